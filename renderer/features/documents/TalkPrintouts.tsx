import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';

type TalkPrintoutsProps = {
  talkId: string;
  /** Both have locked a rating, so that there is a spider to print. */
  isRated: boolean;
};

/** The printouts of one talk as PDF: its minutes, and with two ratings the spider and the cards. */
export function TalkPrintouts({ talkId, isRated }: TalkPrintoutsProps) {
  const { t } = useTranslation();
  const minutes = useOrder('documents', 'minutes');
  const spider = useOrder('documents', 'spiderSheet');
  const cards = useOrder('documents', 'disagreementCards');
  const kinds = isRated ? (['minutes', 'spider', 'cards'] as const) : (['minutes'] as const);
  const orders = { minutes, spider, cards };
  return (
    <>
      <Group gap="xs">
        <span className="soft small">{t('documents.talk.title')}</span>
        {kinds.map((kind) => (
          <Button
            key={kind}
            variant="default"
            loading={orders[kind].isPending}
            onClick={() => orders[kind].mutate({ talkId, way: 'save' })}
          >
            {t(`documents.talk.${kind}`)}
          </Button>
        ))}
      </Group>
      <Failure error={minutes.error ?? spider.error ?? cards.error} />
    </>
  );
}
