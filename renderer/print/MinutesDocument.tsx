import type { MinutesPrint, PrintFrame } from '@shared/contract/print';
import { useTranslation } from 'react-i18next';
import { clock, longDate } from '../ui/format';
import { useLanguage } from '../ui/use-language';
import { DocumentHead } from './parts';

const areaNumbers = ['1', '2', '3', '4', '5', '6'] as const;

/** Minutes of a MUS in its six main areas, in order (R002-08). */
export function MinutesDocument({ frame }: { frame: PrintFrame<MinutesPrint> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const talk = frame.content;
  const when = [longDate(talk.heldOn, language), clock(talk.startsAt, language)].filter(Boolean).join(', ');
  const role = [talk.employeeRole, talk.employeeTeam].filter(Boolean).join(', ');
  const line = [role, t('print.minutes.heldOn', { date: when }), talk.place, talk.leaderName];
  const noteOf = (area: string) =>
    talk.areas.find(({ number }) => String(number) === area)?.text.trim() ?? '';
  const isEmpty = (area: string) =>
    !noteOf(area) &&
    !(area === '1' && talk.followUp.length > 0) &&
    !(area === '6' && (talk.agreements.length > 0 || talk.emptyPlanReason));
  return (
    <main>
      <DocumentHead frame={frame} title={t('print.minutes.title')} line={line.filter(Boolean).join(' · ')} />
      {(['purpose', 'agenda', 'notForDiscussion'] as const).map(
        (part) =>
          talk[part].trim() && (
            <section key={part}>
              <h3>{t(`print.minutes.${part}`)}</h3>
              <p>{talk[part]}</p>
            </section>
          ),
      )}
      {areaNumbers.map((area) => (
        <section key={area}>
          <h2>
            {area}. {t(`print.areas.${area}`)}
          </h2>
          {area === '1' && talk.followUp.length > 0 && <FollowUp rows={talk.followUp} />}
          {noteOf(area) && <p>{noteOf(area)}</p>}
          {isEmpty(area) && <p className="note">{t('print.minutes.noText')}</p>}
          {area === '6' && talk.agreements.length > 0 && <Agreements rows={talk.agreements} />}
          {area === '6' && talk.emptyPlanReason && (
            <p>{t('print.minutes.emptyPlan', { reason: talk.emptyPlanReason })}</p>
          )}
        </section>
      ))}
    </main>
  );
}

function FollowUp({ rows }: { rows: MinutesPrint['followUp'] }) {
  const { t } = useTranslation();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('print.minutes.promise')}</th>
          <th scope="col">{t('print.plan.who')}</th>
          <th scope="col">{t('print.minutes.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.competence}${row.activity}${row.dueOn}`}>
            <td>
              <span className="strong">{row.competence}</span>
              <span className="note">{row.activity}</span>
            </td>
            <td>{row.who}</td>
            <td>
              <span className="strong">{t(`print.minutes.states.${row.state}`)}</span>
              <span className="note">{row.reason}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Agreements({ rows }: { rows: MinutesPrint['agreements'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('print.minutes.promise')}</th>
          <th scope="col">{t('print.plan.activity')}</th>
          <th scope="col">{t('print.plan.who')}</th>
          <th scope="col">{t('print.plan.by')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.competence}${row.activity}${row.dueOn}`}>
            <td>
              <span className="strong">{row.competence}</span>
              <span className="note">{t(`print.origins.${row.origin}`)}</span>
            </td>
            <td>{row.activity}</td>
            <td>{row.who}</td>
            <td>{longDate(row.dueOn, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
