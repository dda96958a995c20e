import { Checkbox, Group } from '@mantine/core';
import { type DisagreementCard, disagreementCards } from '@shared/domain/disagreement-cards';
import type { SpiderLayer } from '@shared/domain/radar';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { AgreedLevels } from './AgreedLevels';
import type { Overview } from './RatingsPanel';
import { SpiderAndGaps } from './SpiderAndGaps';
import { levelOf } from './spider-levels';

/** Both views beside the target in one picture and one table, and the agreed level as a third value. */
export function ShownRatings({ talkId, overview }: { talkId: string; overview: Overview }) {
  const { t } = useTranslation();
  // Three lines at a time are what an eye can follow (DOMAIN 3.3); the others come when they are asked for.
  const [withAgreed, setWithAgreed] = useState(false);
  const [withLastYear, setWithLastYear] = useState(false);
  const { axes, scaleMax, employeeName, lastYear } = overview;
  const first = employeeName.split(' ')[0] ?? employeeName;
  const self = (overview.self ?? []).map(levelOf);
  const leader = overview.leader.map(levelOf);
  const agreed = overview.agreed.map(levelOf);
  const hasAgreed = agreed.some(({ state }) => state === 'rated');
  const more: SpiderLayer[] = [
    ...(withAgreed && hasAgreed ? [{ kind: 'agreed' as const, levels: agreed }] : []),
    ...(withLastYear && lastYear ? [{ kind: 'lastYear' as const, levels: lastYear.map(levelOf) }] : []),
  ];
  return (
    <>
      <div className="rating-shown">
        <SpiderAndGaps
          axes={axes}
          scaleMax={scaleMax}
          title={t('ratings.shown.title', { name: first })}
          description={t('ratings.shown.description', { name: first })}
          aside={
            <Group gap="md">
              {hasAgreed && (
                <Checkbox
                  size="xs"
                  label={t('ratings.shown.showAgreed')}
                  checked={withAgreed}
                  onChange={(event) => setWithAgreed(event.currentTarget.checked)}
                />
              )}
              {lastYear && (
                <Checkbox
                  size="xs"
                  label={t('ratings.shown.showLastYear')}
                  checked={withLastYear}
                  onChange={(event) => setWithLastYear(event.currentTarget.checked)}
                />
              )}
            </Group>
          }
          self={self}
          leader={leader}
          more={more}
          names={{
            employee: first,
            leader: t('ratings.shown.leader'),
            agreed: t('ratings.shown.agreed'),
            lastYear: t('ratings.shown.lastYear'),
            topic: t('ratings.shown.topic'),
          }}
          own={t('ratings.shown.own')}
          gapOwn={t('ratings.shown.gapOwn')}
        />
      </div>
      <DisagreementCards cards={disagreementCards(axes, self, leader)} first={first} />
      <AgreedLevels talkId={talkId} overview={overview} first={first} />
    </>
  );
}

/** Where the two are far apart: both descriptors side by side, and three questions to talk from. */
function DisagreementCards({ cards, first }: { cards: readonly DisagreementCard[]; first: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (cards.length === 0) return null;
  return (
    <Sheet title={t('ratings.shown.cardsTitle')}>
      <p className="soft">{t('ratings.shown.cardsText')}</p>
      {cards.map((card) => (
        <article key={card.competenceId} className="disagreement">
          <h3>{card.name}</h3>
          <div className="disagreement-sides">
            {(['self', 'leader'] as const).map((side) => (
              <div key={side}>
                <div className="small soft">
                  {t('ratings.shown.chose', {
                    who: side === 'self' ? first : t('ratings.panel.leader'),
                    level: card[side].level,
                  })}
                </div>
                {card[side].text}
              </div>
            ))}
          </div>
          <ol>
            {card.questions.map((question) => (
              <li key={question.da}>{question[language]}</li>
            ))}
          </ol>
        </article>
      ))}
    </Sheet>
  );
}
