import type { PreparationPrint } from '@shared/contract/print-preparation';
import { fieldAddress, fieldBox, fieldName } from '@shared/domain/preparation';
import { isTeamKind } from '@shared/domain/talk-kinds';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, longDate, weekdayDate } from '../ui/format';
import { sentenceCase } from '../ui/sentence-case';
import { useLanguage } from '../ui/use-language';
import './preparation.css';

type Sheet = { sheet: PreparationPrint };

/** An invitation to a talk (R003-08) and the sheet to prepare on: to be filled in on a screen or with a pen. */
export function PreparationDocument({ sheet }: Sheet) {
  const { t } = useTranslation();
  const language = useLanguage();
  const by = longDate(sheet.handBackBy, language);
  const foot = t('preparation.paper.foot', { code: sheet.sheetCode, date: by });
  return (
    <main data-foot={foot}>
      <Invitation sheet={sheet} />
      <section className="preparation-sheet">
        <h2>{t('preparation.paper.sheetTitle')}</h2>
        <p className="preparation-whose">
          {sheet.employeeName} · {t(`preparation.kinds.${sheet.kind}`)} {longDate(sheet.heldOn, language)} ·{' '}
          {t('preparation.paper.sheetCode', { code: sheet.sheetCode })}
        </p>
        {sheet.spider && <Spider spider={sheet.spider} />}
        <Questions sheet={sheet} />
      </section>
    </main>
  );
}

function Invitation({ sheet }: Sheet) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kind, teamName, leaderName, leaderTitle, spider } = sheet;
  const isTeam = isTeamKind(kind);
  const time = sheet.startsAt
    ? t('preparation.paper.atTime', { from: clock(sheet.startsAt, language), to: endOf(sheet, language) })
    : t('preparation.paper.noTime');
  const words = {
    name: sheet.employeeName.split(' ')[0] ?? '',
    meaning: t(`preparation.meanings.${kind}`),
    team: teamName,
  };
  const leader = [leaderName, leaderTitle].filter(Boolean).join(', ');
  const agenda = sheet.agenda.split('\n').filter((line) => line.trim() !== '');
  return (
    <section className="preparation-invitation">
      <header>
        <div className="doc-from">{[sheet.schoolName, sheet.municipality].filter(Boolean).join(' · ')}</div>
        <h1>{t('preparation.paper.title', { kind: t(`preparation.kinds.${kind}`) })}</h1>
        <div className="doc-name">{sheet.employeeName}</div>
        <div className="doc-line">
          {sentenceCase([sheet.employeeRole, teamName].filter(Boolean).join(' · '), language)}
        </div>
      </header>
      <p>{t('preparation.paper.greeting', words)}</p>
      <p>{t(isTeam ? 'preparation.paper.invitedTeam' : 'preparation.paper.invited', words)}</p>
      <table className="preparation-facts">
        <tbody>
          <Fact name={t('preparation.paper.when')} strong>
            {sentenceCase(weekdayDate(sheet.heldOn, language), language)} {sheet.heldOn.slice(0, 4)}, {time}
          </Fact>
          {sheet.place && <Fact name={t('preparation.paper.where')}>{sheet.place}</Fact>}
          <Fact name={t('preparation.paper.who')}>
            {[leader, ...sheet.participants, sheet.others].filter(Boolean).join(' · ')}
          </Fact>
          <Fact name={t('preparation.paper.handBack')} strong>
            {t('preparation.paper.byDay', { date: longDate(sheet.handBackBy, language) })}
          </Fact>
        </tbody>
      </table>
      <Words title={t('preparation.paper.purpose')} text={sheet.purpose} />
      {agenda.length > 0 && (
        <>
          <h3>{t('preparation.paper.agenda')}</h3>
          <p className="preparation-agenda">{agenda.join('\n')}</p>
        </>
      )}
      {sheet.notForDiscussion.trim() && (
        <div className="preparation-not">
          <h3>{t('preparation.paper.notForDiscussion')}</h3>
          <p>{sheet.notForDiscussion}</p>
        </div>
      )}
      <Words title={t('preparation.paper.rights')} text={sheet.rights} />
      <h3>{t('preparation.paper.howTitle')}</h3>
      <ol className="preparation-how">
        <li>{t(spider ? 'preparation.paper.how1Spider' : 'preparation.paper.how1')}</li>
        <li>{t('preparation.paper.how2')}</li>
        <li>
          {t('preparation.paper.how3', { leader: leaderName, date: longDate(sheet.handBackBy, language) })}
        </li>
      </ol>
      {spider && <p className="note">{t('preparation.paper.blind')}</p>}
    </section>
  );
}

function Fact({ name, strong = false, children }: { name: string; strong?: boolean; children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={strong ? 'strong' : undefined}>{children}</td>
    </tr>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  if (!text.trim()) return null;
  return (
    <>
      <h3>{title}</h3>
      <p>{text}</p>
    </>
  );
}

function Spider({ spider }: { spider: NonNullable<PreparationPrint['spider']> }) {
  const { t } = useTranslation();
  const numbered = spider.competences.map((competence, index) => ({ ...competence, index }));
  const domains = [...new Set(numbered.map(({ domain }) => domain))];
  return (
    <>
      <p>{t('preparation.paper.rate', { spider: spider.name })}</p>
      {domains.map((domain) => (
        <table key={domain} className="preparation-competences">
          <thead>
            <tr>
              <th scope="col">{domain}</th>
              <th scope="col">{t('preparation.paper.levels')}</th>
              <th scope="col">{t('preparation.paper.yours')}</th>
            </tr>
          </thead>
          <tbody>
            {numbered
              .filter((one) => one.domain === domain)
              .map(({ index, name, target, descriptors }) => (
                <tr key={index}>
                  <th scope="row">
                    {name}
                    <span className="note">{t('preparation.paper.target', { level: target })}</span>
                  </th>
                  <td>
                    <ol className="preparation-levels">
                      {descriptors.map((words, level) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the level
                        <li key={level}>{words}</li>
                      ))}
                    </ol>
                  </td>
                  <td>
                    <FieldPlace name={fieldName.level(index)} size="preparation-level">
                      {t('preparation.paper.level')}
                    </FieldPlace>
                    <FieldPlace name={fieldName.comment(index)} size="preparation-comment">
                      {t('preparation.paper.comment')}
                    </FieldPlace>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

function Questions({ sheet }: Sheet) {
  const { t } = useTranslation();
  return (
    <div className={sheet.spider ? 'preparation-questions preparation-page' : 'preparation-questions'}>
      <h2>{t('preparation.paper.questionsTitle')}</h2>
      {sheet.questions.map((question, index) => (
        <div key={question} className="preparation-question">
          <h3>{question}</h3>
          <FieldPlace name={fieldName.answer(index)} size="preparation-answer">
            {t('preparation.paper.answer')}
          </FieldPlace>
        </div>
      ))}
    </div>
  );
}

/** A box with its caption; the machine puts the field of this name under the caption. */
function FieldPlace({ name, size, children }: { name: string; size: string; children: string }) {
  return (
    <a href={`${fieldAddress}${name}`} className={`preparation-field ${size}`}>
      <span style={{ height: `${fieldBox.caption}pt` }}>{children}</span>
    </a>
  );
}

/** `13:30` and 60 minutes → 14.30. */
function endOf({ startsAt, minutes }: PreparationPrint, language: 'da' | 'en'): string {
  const [hours = 0, past = 0] = startsAt.split(':').map(Number);
  const end = hours * 60 + past + minutes;
  const two = (value: number) => String(value).padStart(2, '0');
  return clock(`${two(Math.floor(end / 60) % 24)}:${two(end % 60)}`, language);
}
