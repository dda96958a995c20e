import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { kindNames } from '@shared/domain/talk-kinds';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { DraftLine } from '../../ui/DraftLine';
import { useDraft } from '../../ui/drafts';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { WholeNumberField } from '../../ui/WholeNumberField';

type Lengths = OutputOf<'season', 'frame'>['lengths'];

/** How long each kind of talk takes at this school. */
export function LengthsSheet({ lengths }: { lengths: Lengths }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const kept = useDraft<Record<string, number>>('season lengths');
  const save = useOrder('season', 'saveLengths');
  const minutesOf = (one: Lengths[number]) => kept.draft?.[one.kind] ?? one.minutes;
  if (!kept.isReady) return null;
  return (
    <Sheet title={t('season.lengths')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(
            { lengths: lengths.map((one) => ({ kind: one.kind, minutes: minutesOf(one) })) },
            { onSuccess: kept.drop },
          );
        }}
      >
        <DraftLine draft={kept} />
        <div className="season-settings">
          {lengths.map((one) => (
            <WholeNumberField
              key={`${one.kind} ${one.minutes} ${kept.draft === undefined}`}
              label={t('season.minutesOf', { kind: kindNames[one.kind][language] })}
              description={t('season.usualMinutes', { minutes: one.usualMinutes })}
              min={10}
              max={480}
              value={minutesOf(one)}
              onChange={(minutes) => kept.keep({ ...kept.draft, [one.kind]: minutes })}
            />
          ))}
        </div>
        <Failure error={save.error} />
        {kept.draft !== undefined && (
          <Button mt="sm" type="submit" loading={save.isPending}>
            {t('common.save')}
          </Button>
        )}
      </form>
    </Sheet>
  );
}
