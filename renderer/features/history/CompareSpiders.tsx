import { useElementSize } from '@mantine/hooks';
import type { SpiderLevel } from '@shared/domain/gap';
import type { SpiderLayer } from '@shared/domain/radar';
import { type ComparedRow, type LevelView, shownLevel } from '@shared/domain/spider-history';
import { useTranslation } from 'react-i18next';
import { shortDate } from '../../ui/format';
import { SpiderChart } from '../../ui/SpiderChart';
import { useLanguage } from '../../ui/use-language';
import type { PastTalk } from './history-words';

const notRated: SpiderLevel = { state: 'notRated' };
const rated = (level: number): SpiderLevel => ({ state: 'rated', level });

/**
 * Two talks in one spider: a competence is one axis in all its wordings, and an asterisk says that they differ. What
 * only one of them asked for has a level on that line alone.
 */
export function SpiderOver({
  name,
  earlier,
  later,
  rows,
}: {
  name: string;
  earlier: PastTalk;
  later: PastTalk;
  rows: readonly ComparedRow[];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const room = useElementSize();
  const days = [shortDate(earlier.heldOn, language), shortDate(later.heldOn, language)] as const;
  const title = t('history.spiderOver', { name, earlier: days[0], later: days[1] });
  const layers: SpiderLayer[] = [
    { kind: 'lastYear', levels: rows.map((row) => row.earlier?.level ?? notRated) },
    { kind: 'target', levels: rows.map((row) => (row.later ? rated(row.later.target) : notRated)) },
    { kind: 'agreed', levels: rows.map((row) => row.later?.level ?? notRated) },
  ];
  const width = Math.min(720, Math.max(400, Math.round(room.width) || 560));
  return (
    <div ref={room.ref} className="history-spider">
      <SpiderChart
        axes={rows.map(({ lineageId, domain, change, earlier: before, later: after }) => ({
          competenceId: lineageId,
          name: `${after?.name ?? before?.name ?? ''}${change === 'reworded' ? ' *' : ''}`,
          domain,
          target: after?.target ?? before?.target ?? 0,
        }))}
        layers={layers}
        scale={{ min: 1, max: later.wording.scaleMax }}
        width={width}
        height={Math.min(520, Math.round(width * 0.82))}
        title={title}
        description={t('history.spiderText')}
        names={{ lastYear: days[0], target: t('history.target'), agreed: days[1] }}
      />
      {rows.some(({ change }) => change === 'reworded') && (
        <p className="soft small">{t('history.rewordedMark')}</p>
      )}
    </div>
  );
}

/** One talk in a spider of its own, on its own wording and scale. */
export function SpiderBeside({ name, talk, view }: { name: string; talk: PastTalk; view: LevelView }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const room = useElementSize();
  const date = shortDate(talk.heldOn, language);
  const { axes, scaleMax, spiderName, number } = talk.wording;
  const width = Math.max(360, Math.round(room.width) || 420);
  return (
    <div ref={room.ref} className="history-spider">
      <h3 className="history-small-title">
        {date}{' '}
        <span className="soft">
          · {spiderName}, {t('history.wording', { number })}
        </span>
      </h3>
      <SpiderChart
        axes={axes}
        layers={[
          { kind: 'target', levels: axes.map(({ target }) => rated(target)) },
          { kind: 'agreed', levels: axes.map((_, axis) => shownLevel(talk, axis, view).level) },
        ]}
        scale={{ min: 1, max: scaleMax }}
        width={width}
        height={Math.min(460, Math.round(width * 0.86))}
        title={t('history.spiderOf', { name, date })}
        description={t('history.spiderText')}
        names={{ target: t('history.target'), agreed: date }}
      />
    </div>
  );
}
