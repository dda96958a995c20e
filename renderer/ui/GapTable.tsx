import type { GapRow, SpiderLevel } from '@shared/domain/gap';
import { textWidth } from '@shared/domain/radar/text-width';
import { useId } from 'react';
import './gap-table.css';

/** Every word of the table; the caller brings them in the reader's language. */
export type GapTableLabels = {
  readonly caption: string;
  readonly competence: string;
  readonly target: string;
  readonly own: string;
  readonly leader: string;
  /** Heading over the distances to the target. */
  readonly gap: string;
  /** Whose level a distance is measured from: under the heading, and said by screen readers. */
  readonly gapOwn: string;
  readonly gapLeader: string;
  /** One word on the rows where self and leader are far apart: "emne". */
  readonly topic: string;
  readonly note: string;
  readonly notRated: string;
  readonly notRelevant: string;
};

export type GapTableProps = {
  /** In the order to show them: see `sortByGap`. */
  readonly rows: readonly GapRow[];
  /** The template's domains in its own order, which gives each its colour. */
  readonly domains: readonly string[];
  readonly labels: GapTableLabels;
  /** Whose ratings there are columns for; both when left out. */
  readonly show?: 'both' | 'self' | 'leader';
  /** Hides the caption from the eye where a heading above already says it. */
  readonly hideCaption?: boolean;
  readonly onPick?: (competenceId: string) => void;
  readonly highlighted?: string | null;
};

/**
 * The spider as a table: what paper, screen readers and the keyboard get. Ratings stand side by side, each with its
 * own distance to the target, and nothing is added up.
 */
export function GapTable({
  rows,
  domains,
  labels,
  show = 'both',
  hideCaption,
  onPick,
  highlighted,
}: GapTableProps) {
  const noteId = useId();
  const self = show !== 'leader';
  const leader = show !== 'self';
  const states = new Set(rows.flatMap((row) => [self && row.self.state, leader && row.leader.state]));
  const signs = [
    states.has('notRated') && `${notRatedSign} ${labels.notRated}`,
    states.has('notRelevant') && `${notRelevantSign} ${labels.notRelevant}`,
  ].filter(Boolean);
  return (
    <div className="gap-table-frame">
      <table className={show === 'both' ? 'gap-table' : 'gap-table gap-table-one'} aria-describedby={noteId}>
        <caption className={hideCaption ? 'gap-table-hidden' : undefined}>{labels.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="gap-table-name">
              {labels.competence}
            </th>
            <th scope="col" className="gap-table-target">
              {labels.target}
            </th>
            {self && <th scope="col">{labels.own}</th>}
            {leader && <th scope="col">{labels.leader}</th>}
            <th scope="col" className="gap-table-gap">
              {labels.gap}
              {show === 'both' && (
                <small>
                  {labels.gapOwn} / {labels.gapLeader}
                </small>
              )}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.competenceId} className={rowClass(row, show === 'both', highlighted)}>
              <th scope="row" className="gap-table-name">
                <Competence
                  row={row}
                  place={domains.indexOf(row.domain)}
                  topic={show === 'both' && row.isTopic ? labels.topic : null}
                  onPick={onPick}
                />
              </th>
              <td>{row.target}</td>
              {self && <LevelCell level={row.self} labels={labels} />}
              {leader && <LevelCell level={row.leader} labels={labels} />}
              <td className="gap-table-gap">
                {self && <Gap gap={row.ownGap} whose={labels.gapOwn} />}
                {show === 'both' && (
                  <span aria-hidden="true" className="gap-table-slash">
                    /
                  </span>
                )}
                {leader && <Gap gap={row.leaderGap} whose={labels.gapLeader} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="gap-table-note" id={noteId}>
        {labels.note}
        {signs.length > 0 && <span className="gap-table-signs">{signs.join(' · ')}</span>}
      </p>
    </div>
  );
}

const notRatedSign = '–';
const notRelevantSign = '×';

function Competence({
  row,
  place,
  topic,
  onPick,
}: {
  row: GapRow;
  place: number;
  topic: string | null;
  onPick: GapTableProps['onPick'];
}) {
  // A long name is set a little smaller, down to 12 px, before it takes a second line. None is cut.
  const text = {
    className: 'gap-table-text',
    style: { '--length': Math.max(1, textWidth(row.name, 1.01)) } as React.CSSProperties,
  };
  return (
    <span className={`gap-table-line${topic ? ' gap-table-has-topic' : ''}`}>
      <span className={`gap-table-domain spider-d${Math.max(0, place) % 4}`} title={row.domain}>
        <span className="gap-table-hidden">{row.domain}: </span>
      </span>
      {onPick ? (
        <button type="button" {...text} onClick={() => onPick(row.competenceId)}>
          {row.name}
        </button>
      ) : (
        <span {...text}>{row.name}</span>
      )}
      {topic && <span className="gap-table-topic">{topic}</span>}
    </span>
  );
}

function LevelCell({ level, labels }: { level: SpiderLevel; labels: GapTableLabels }) {
  if (level.state === 'rated') return <td>{level.level}</td>;
  const [sign, words] =
    level.state === 'notRated' ? [notRatedSign, labels.notRated] : [notRelevantSign, labels.notRelevant];
  return (
    <td className="gap-table-none">
      <span aria-hidden="true">{sign}</span>
      <span className="gap-table-hidden">{words}</span>
    </td>
  );
}

/** A distance with a real minus sign: quiet where the target is met, a dash where there is no level. */
function Gap({ gap, whose }: { gap: number | null; whose: string }) {
  const text = gap === null ? notRatedSign : gap < 0 ? `−${-gap}` : String(gap);
  return (
    <span className={gap ? 'gap-table-number' : 'gap-table-number gap-table-none'}>
      <span className="gap-table-hidden">{whose} </span>
      {text}
    </span>
  );
}

function rowClass(row: GapRow, both: boolean, highlighted: string | null | undefined): string | undefined {
  const names = [
    both && row.isTopic && 'gap-table-is-topic',
    row.competenceId === highlighted && 'gap-table-is-picked',
  ];
  return names.filter(Boolean).join(' ') || undefined;
}
