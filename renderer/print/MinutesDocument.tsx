import type { MinutesPrint, PrintFrame } from '@shared/contract/print';
import { standardForm, type TalkAreaPart } from '@shared/domain/talk-areas';
import { kindInSentence } from '@shared/domain/talk-kinds';
import { useTranslation } from 'react-i18next';
import { clock, longDate } from '../ui/format';
import { useLanguage } from '../ui/use-language';
import { DocumentHead } from './parts';

/** Minutes issued before a talk had a kind are of a MUS, whose six areas stand in its form. */
function areasOf(talk: MinutesPrint) {
  const standard = standardForm(talk.kind ?? 'MUS').areas;
  if (talk.areas.some(({ title }) => title)) return talk.areas;
  const texts = new Map(talk.areas.map(({ number, text }) => [number, text]));
  return standard.map(({ number, title, part }) => ({ number, title, part, text: texts.get(number) ?? '' }));
}

/** Minutes of a talk in the main areas of its form, in order (R002-08, R002-09). */
export function MinutesDocument({ frame }: { frame: PrintFrame<MinutesPrint> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const talk = frame.content;
  const when = [longDate(talk.heldOn, language), clock(talk.startsAt, language)].filter(Boolean).join(', ');
  const role = [talk.employeeRole, talk.employeeTeam].filter(Boolean).join(', ');
  const line = [role, t('print.minutes.heldOn', { date: when }), talk.place, talk.leaderName];
  const people = [...(talk.participants ?? []), talk.others].filter(Boolean).join(', ');
  const kind = kindInSentence(talk.kind ?? 'MUS')[language];
  return (
    <main>
      <DocumentHead
        frame={frame}
        title={t('print.minutes.title', { kind })}
        line={line.filter(Boolean).join(' · ')}
      />
      {people && (
        <section>
          <h3>{t('print.minutes.participants')}</h3>
          <p>{people}</p>
        </section>
      )}
      {(['purpose', 'agenda', 'notForDiscussion'] as const).map(
        (part) =>
          talk[part].trim() && (
            <section key={part}>
              <h3>{t(`print.minutes.${part}`)}</h3>
              <p>{talk[part]}</p>
            </section>
          ),
      )}
      {areasOf(talk).map((area) => (
        <section key={area.number}>
          <h2>
            {area.number}. {area.title?.[language]}
          </h2>
          <AreaContent talk={talk} part={area.part ?? 'note'} text={area.text.trim()} />
        </section>
      ))}
    </main>
  );
}

/** What was said in a main area, after what it carries; an area with nothing says so. */
function AreaContent({ talk, part, text }: { talk: MinutesPrint; part: TalkAreaPart; text: string }) {
  const { t } = useTranslation();
  const { followUp, notes = [], teamLevels = [], agreements, emptyPlanReason } = talk;
  const [first, ends, rates] = [part === 'followUp', part === 'plan', part === 'ratings'];
  const isEmpty =
    !text &&
    !(first && followUp.length + notes.length > 0) &&
    !(rates && teamLevels.length > 0) &&
    !(ends && (agreements.length > 0 || emptyPlanReason));
  return (
    <>
      {first && followUp.length > 0 && <FollowUp rows={followUp} />}
      {first && notes.length > 0 && <Notes rows={notes} />}
      {rates && teamLevels.length > 0 && <TeamLevels rows={teamLevels} />}
      {text && <p>{text}</p>}
      {isEmpty && <p className="note">{t('print.minutes.noText')}</p>}
      {ends && agreements.length > 0 && <Agreements rows={agreements} />}
      {ends && emptyPlanReason && <p>{t('print.minutes.emptyPlan', { reason: emptyPlanReason })}</p>}
    </>
  );
}

function Notes({ rows }: { rows: NonNullable<MinutesPrint['notes']> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <h3>{t('print.minutes.notes')}</h3>
      <ul>
        {rows.map((row) => (
          <li key={`${row.writtenOn}${row.text}`}>
            {longDate(row.writtenOn, language)}: {row.text}
          </li>
        ))}
      </ul>
    </>
  );
}

function TeamLevels({ rows }: { rows: NonNullable<MinutesPrint['teamLevels']> }) {
  const { t } = useTranslation();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('print.spider.competence')}</th>
          <th scope="col">{t('print.spider.target')}</th>
          <th scope="col">{t('print.minutes.team')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, domain, target, level }) => (
          <tr key={`${domain}${name}`}>
            <td>{name}</td>
            <td>{target}</td>
            <td>{level.state === 'rated' ? level.level : t(`print.spider.${level.state}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
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
