import { NativeSelect, SegmentedControl } from '@mantine/core';
import { compareTalks, type LevelView, levelViews, type WordingChange } from '@shared/domain/spider-history';
import { kindNames } from '@shared/domain/talk-kinds';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/Empty';
import { shortDate } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { SpiderBeside, SpiderOver } from './CompareSpiders';
import { CompareTable } from './CompareTable';
import { type PastTalk, pastTalks, type Ratings } from './history-words';

const layouts = ['over', 'beside'] as const;
const changes = ['reworded', 'new', 'dropped'] as const satisfies readonly WordingChange[];

/** Any two talks whose ratings have been shown, on top of each other, each on the wording it was made with. */
export function CompareYears({ ratings }: { ratings: Ratings }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const talks = pastTalks(ratings);
  const [earlierId, setEarlier] = useState(talks.at(-2)?.talkId);
  const [laterId, setLater] = useState(talks.at(-1)?.talkId);
  const [view, setView] = useState<LevelView>('agreed');
  const [layout, setLayout] = useState<(typeof layouts)[number]>('over');
  const chosen = talks.filter(({ talkId }) => talkId === earlierId || talkId === laterId);
  // Whichever was chosen where: the older one is the one looked back on.
  const [earlier, later] = chosen;
  if (talks.length < 2) {
    const words = talks.length === 0 ? 'noRatings' : 'oneRating';
    return (
      <Sheet>
        <Empty title={t(`history.${words}`)}>{t(`history.${words}Text`)}</Empty>
      </Sheet>
    );
  }
  const options = (without: string | undefined) =>
    talks
      .filter(({ talkId }) => talkId !== without)
      .toReversed()
      .map(({ talkId, heldOn, kind, wording }) => ({
        value: talkId,
        label: t('history.talkOption', {
          date: shortDate(heldOn, language),
          kind: kindNames[kind][language],
          spider: wording.spiderName,
          number: wording.number,
        }),
      }));
  const isOneScale = earlier?.wording.scaleMax === later?.wording.scaleMax;
  return (
    <>
      <div className="history-choices">
        <NativeSelect
          label={t('history.earlier')}
          value={earlierId}
          data={options(laterId)}
          onChange={(event) => setEarlier(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('history.later')}
          value={laterId}
          data={options(earlierId)}
          onChange={(event) => setLater(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('history.view')}
          value={view}
          onChange={(value) => setView(value as LevelView)}
          data={levelViews.map((value) => ({ value, label: t(`history.views.${value}`) }))}
        />
      </div>
      {earlier && later && (
        <Compared
          name={ratings.employeeName}
          earlier={earlier}
          later={later}
          view={view}
          layout={layout}
          onLayout={isOneScale ? setLayout : null}
        />
      )}
    </>
  );
}

function Compared({
  name,
  earlier,
  later,
  view,
  layout,
  onLayout,
}: {
  name: string;
  earlier: PastTalk;
  later: PastTalk;
  view: LevelView;
  layout: (typeof layouts)[number];
  /** Null where two scales leave no choice. */
  onLayout: ((layout: (typeof layouts)[number]) => void) | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = compareTalks(
    { talk: earlier, wording: earlier.wording },
    { talk: later, wording: later.wording },
    view,
  );
  const isShared = rows.some(({ earlier: one, later: other }) => one && other);
  const hasChanged = rows.some(({ change }) => change !== 'same');
  const isOver = isShared && onLayout !== null && layout === 'over';
  const days = [shortDate(earlier.heldOn, language), shortDate(later.heldOn, language)] as const;
  return (
    <>
      <Sheet
        title={t('history.spiderOver', { name, earlier: days[0], later: days[1] })}
        aside={
          hasChanged &&
          isShared &&
          onLayout && (
            <SegmentedControl
              size="xs"
              aria-label={t('history.layout')}
              value={layout}
              onChange={(value) => onLayout(value as (typeof layouts)[number])}
              data={layouts.map((value) => ({ value, label: t(`history.layouts.${value}`) }))}
            />
          )
        }
      >
        {!isShared && <p className="soft">{t('history.nothingShared')}</p>}
        {isShared && !onLayout && <p className="soft">{t('history.otherScale')}</p>}
        {isOver ? (
          <SpiderOver name={name} earlier={earlier} later={later} rows={rows} />
        ) : (
          <div className="history-beside">
            <SpiderBeside name={name} talk={earlier} view={view} />
            <SpiderBeside name={name} talk={later} view={view} />
          </div>
        )}
        <Changes rows={rows} />
      </Sheet>
      <Sheet title={t('history.compareTable')}>
        <CompareTable rows={rows} earlier={earlier} later={later} />
      </Sheet>
    </>
  );
}

/** Which competences were worded anew, came or went between the two. */
function Changes({ rows }: { rows: ReturnType<typeof compareTalks> }) {
  const { t } = useTranslation();
  const named = (change: WordingChange) =>
    rows
      .filter((row) => row.change === change)
      .map(({ earlier, later }) => later?.name ?? earlier?.name ?? '')
      .join(', ');
  const lines = changes.filter((change) => named(change) !== '');
  if (lines.length === 0) return <p className="soft">{t('history.sameWording')}</p>;
  return (
    <>
      <h3 className="history-small-title">{t('history.changeTitle')}</h3>
      <ul className="history-changes">
        {lines.map((change) => (
          <li key={change}>{t(`history.changeList.${change}`, { names: named(change) })}</li>
        ))}
      </ul>
    </>
  );
}
