import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { longDate } from '../../ui/format';
import { RowActions } from '../../ui/RowActions';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import type { Chain } from './ChainsPage';
import { RoundDialog } from './RoundDialog';

type Round = Chain['rounds'][number];

/** Survey rounds: what they showed, and which steps each result led to (R004-08). */
export function RoundsSheet({ chain }: { chain: Chain }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState<Round | 'new' | null>(null);
  const titles = new Map(chain.steps.map(({ id, title }) => [id, title]));
  const { removeIt, error } = useRemoval<Round>({
    remove: ({ id }) => call('courseChains', 'removeRound', { id }),
    restore: ({ id }) => call('courseChains', 'restoreRound', { id }),
    message: ({ title }) => t('courseChains.roundRemoved', { title }),
  });
  return (
    <Sheet
      title={t('courseChains.rounds')}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>
          {t('courseChains.newRound')}
        </Button>
      }
    >
      <Failure error={error} />
      {chain.rounds.length === 0 && (
        <Empty title={t('courseChains.noRounds')}>{t('courseChains.noRoundsText')}</Empty>
      )}
      <ul className="cc-list">
        {chain.rounds.map((round) => (
          <li key={round.id}>
            <div className="cc-row">
              <div>
                <strong>{round.title}</strong>{' '}
                <span className="soft">{longDate(round.heldOn, language)}</span>
              </div>
              <RowActions
                name={round.title}
                onEdit={() => setOpen(round)}
                onRemove={() => void removeIt(round)}
              />
            </div>
            {round.summary !== '' && <p className="reading-text cc-purpose">{round.summary}</p>}
            {round.results.length > 0 && (
              <ul className="cc-results">
                {round.results.map(({ id, text, stepIds }) => (
                  <li key={id}>
                    {text}
                    {stepIds.length > 0 && (
                      <div className="soft small">
                        {t('courseChains.led')}{' '}
                        {stepIds
                          .map((stepId) => titles.get(stepId))
                          .filter(Boolean)
                          .join('; ')}
                      </div>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <RoundDialog chain={chain} round={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Sheet>
  );
}
