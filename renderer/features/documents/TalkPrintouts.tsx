import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';

/** The printouts of one talk: minutes and spider, on paper or as PDF. */
export function TalkPrintouts({ talkId }: { talkId: string }) {
  const { t } = useTranslation();
  const minutes = useOrder('documents', 'minutes');
  const spider = useOrder('documents', 'spiderSheet');
  const cards = useOrder('documents', 'disagreementCards');
  return (
    <>
      <Group gap="xs">
        <Button
          variant="default"
          loading={minutes.isPending}
          onClick={() => minutes.mutate({ talkId, way: 'save' })}
        >
          {t('documents.talk.minutes')}
        </Button>
        <Button
          variant="default"
          loading={spider.isPending}
          onClick={() => spider.mutate({ talkId, way: 'save' })}
        >
          {t('documents.talk.spider')}
        </Button>
        <Button
          variant="default"
          loading={cards.isPending}
          onClick={() => cards.mutate({ talkId, way: 'save' })}
        >
          {t('documents.talk.cards')}
        </Button>
      </Group>
      <Failure error={minutes.error ?? spider.error ?? cards.error} />
    </>
  );
}
