import { Checkbox } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { groupBy } from '@shared/domain/group-by';
import { kindNames } from '@shared/domain/talk-kinds';
import { weekRange } from '@shared/domain/week';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { dayMonth } from '../../ui/day-month';
import { weekdayTime } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { StateWord, type Tone } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';
import { WeekHead } from './BookedTalks';
import { dayAndTime, timeSpan } from './season-words';

export type Proposal = OutputOf<'season', 'propose'>;
type Change = Proposal['talks'][number]['change'] | 'fixed';

/** Tells one proposed talk from all others. */
export const keyOf = (talk: {
  talkId: string | null;
  employeeId: string | null;
  teamId: string | null;
  kind: string;
}) => talk.talkId ?? `${talk.kind} ${talk.employeeId ?? talk.teamId}`;

const tones: Readonly<Record<Change, Tone>> = { new: 'now', moved: 'partly', kept: 'quiet', fixed: 'quiet' };

type ProposalTableProps = {
  proposal: Proposal;
  /** Keys of talks that are left out. */
  left: ReadonlySet<string>;
  onToggle: (key: string) => void;
};

/** Every week whole: what is new, what moves, what stays and what lies fast. */
export function ProposalTable({ proposal, left, onToggle }: ProposalTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = [
    ...proposal.talks.map((talk) => ({ ...talk, key: keyOf(talk), shown: talk.change as Change })),
    ...proposal.fixed.map((talk) => ({
      ...talk,
      key: talk.talkId,
      shown: 'fixed' as Change,
      before: null,
      reason: null,
    })),
  ].sort((a, b) => a.heldOn.localeCompare(b.heldOn) || a.startsAt.localeCompare(b.startsAt));
  const weeks = [...groupBy(rows, ({ heldOn }) => weekRange(heldOn).first)];
  return (
    <Sheet title={t('season.proposal')}>
      {rows.length === 0 ? (
        <p className="soft">{t('season.proposalNone')}</p>
      ) : (
        <table className="table" aria-label={t('season.proposal')}>
          <thead>
            <tr>
              <th scope="col" className="season-when">
                {t('season.when')}
              </th>
              <th scope="col">{t('season.who')}</th>
              <th scope="col">{t('season.leader')}</th>
              <th scope="col">{t('season.change')}</th>
              <th scope="col">{t('season.include')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(([monday, talks]) => (
              <Fragment key={monday}>
                <WeekHead monday={monday} columns={5} />
                {talks.map((talk) => (
                  <tr key={talk.key}>
                    <td className="season-when">
                      {weekdayTime(talk.heldOn, '', language)} {dayMonth(talk.heldOn, language)}
                      <div className="soft small">
                        {timeSpan(talk.startsAt, talk.minutes, language) || t('season.noTime')}
                      </div>
                    </td>
                    <td>
                      <strong>{talk.withName}</strong>
                      <div className="soft small">
                        {[kindNames[talk.kind][language], talk.reason?.[language]]
                          .filter(Boolean)
                          .join(' · ')}
                      </div>
                    </td>
                    <td className="soft season-when">{talk.leaderName}</td>
                    <td>
                      <StateWord tone={tones[talk.shown]}>{t(`season.changes.${talk.shown}`)}</StateWord>
                      {talk.shown === 'moved' && talk.before && (
                        <div className="soft small">
                          {t('season.from', {
                            when: dayAndTime(talk.before.heldOn, talk.before.startsAt, language),
                          })}
                        </div>
                      )}
                    </td>
                    <td>
                      {(talk.shown === 'new' || talk.shown === 'moved') && (
                        <Checkbox
                          size="xs"
                          aria-label={t('season.includeFor', { name: talk.withName })}
                          checked={!left.has(talk.key)}
                          onChange={() => onToggle(talk.key)}
                        />
                      )}
                    </td>
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}

/** Who got no time, and what would help. */
export function UnplacedTable({ rows }: { rows: Proposal['unplaced'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = t('season.unplaced', { count: rows.length });
  return (
    <Sheet title={title}>
      <table className="table" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('season.who')}</th>
            <th scope="col">{t('season.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <td>
                <strong>{row.withName}</strong>
                <div className="soft small">{kindNames[row.kind][language]}</div>
              </td>
              <td>
                {row.reason[language]}
                {row.before && (
                  <div className="soft small">
                    {t('season.staysAt', {
                      when: dayAndTime(row.before.heldOn, row.before.startsAt, language),
                    })}
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
