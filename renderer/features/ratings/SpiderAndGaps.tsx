import { useElementSize } from '@mantine/hooks';
import type { RatingAxis } from '@shared/contract/ratings';
import { gapRows, type SpiderLevel, sortByGap } from '@shared/domain/gap';
import type { SpiderLayer } from '@shared/domain/radar';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GapTable } from '../../ui/GapTable';
import { Sheet } from '../../ui/Sheet';
import { SpiderChart, type SpiderChartProps } from '../../ui/SpiderChart';

type SpiderAndGapsProps = {
  axes: readonly RatingAxis[];
  scaleMax: number;
  title: string;
  description: string;
  /** Beside the title: which lines are drawn. */
  aside: ReactNode;
  self: readonly SpiderLevel[];
  /** Left out where there is one view only. */
  leader?: readonly SpiderLevel[];
  /** Lines drawn besides the target and the one or two views. */
  more: readonly SpiderLayer[];
  /** Words of the legend, besides the target's. */
  names: Omit<SpiderChartProps['names'], 'target'>;
  /** Heads of the table's own columns. */
  own: string;
  gapOwn: string;
};

/** The spider and its gap table on two sheets; what is picked in one is pointed out in the other. */
export function SpiderAndGaps(props: SpiderAndGapsProps) {
  const { axes, scaleMax, title, description, aside, self, leader, more, names, own, gapOwn } = props;
  const { t } = useTranslation();
  const [picked, setPicked] = useState<string | null>(null);
  // The chart is drawn for the room it has, so that its labels keep their size.
  const room = useElementSize();
  const width = Math.max(400, Math.round(room.width) || 450);
  const layers: SpiderLayer[] = [
    { kind: 'target', levels: axes.map(({ target }) => ({ state: 'rated', level: target })) },
    { kind: 'employee', levels: self },
    ...(leader ? [{ kind: 'leader' as const, levels: leader }] : []),
    ...more,
  ];
  return (
    <>
      <Sheet title={title} aside={aside}>
        <div ref={room.ref}>
          <SpiderChart
            axes={axes}
            layers={layers}
            scale={{ min: 1, max: scaleMax }}
            width={width}
            height={Math.min(480, Math.round(width * 0.86))}
            title={title}
            description={description}
            names={{ ...names, target: t('ratings.shown.target') }}
            highlighted={picked}
            onPick={setPicked}
          />
        </div>
      </Sheet>
      <Sheet title={t('ratings.shown.gaps')}>
        <GapTable
          rows={sortByGap(gapRows(axes, self, leader ?? []))}
          domains={[...new Set(axes.map(({ domain }) => domain))]}
          hideCaption
          show={leader ? 'both' : 'self'}
          highlighted={picked}
          onPick={setPicked}
          labels={{
            caption: t('ratings.shown.gaps'),
            competence: t('ratings.shown.competence'),
            target: t('ratings.shown.target'),
            own,
            leader: t('ratings.shown.leader'),
            gap: t('ratings.shown.gap'),
            gapOwn,
            gapLeader: t('ratings.shown.gapLeader'),
            topic: t('ratings.shown.topic'),
            note: t('ratings.shown.note'),
            notRated: t('ratings.notRated'),
            notRelevant: t('ratings.notRelevant'),
          }}
        />
      </Sheet>
    </>
  );
}
