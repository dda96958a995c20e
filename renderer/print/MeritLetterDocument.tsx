import type { PrintFrame } from '@shared/contract/print';
import type { MeritLetterPrint } from '@shared/contract/print-merit';
import { useTranslation } from 'react-i18next';
import { decimal, longDate } from '../ui/format';
import { fullStop } from '../ui/sentence-case';
import { useLanguage } from '../ui/use-language';

/** The decision to the applicant: what, why by both, what it means, what to do when she disagrees; both sign. */
export function MeritLetterDocument({ frame }: { frame: PrintFrame<MeritLetterPrint> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const letter = frame.content;
  const { requirement, state } = letter;
  const [ects, applied] = [decimal(letter.ects, language), decimal(requirement.applied, language)];
  return (
    <main>
      <LetterHead frame={frame} />
      <p className="merit-verdict">{t(`merit.paper.verdicts.${state}`, { ects, applied })}</p>
      <p>
        {t('merit.paper.how')}
        {letter.begun && letter.begun.move !== 'submit' && letter.begun.move !== 'withdraw' && (
          <> {t(`merit.paper.begun.${letter.begun.move}`, { reason: letter.begun.reason })}</>
        )}
      </p>
      <h2>{t('merit.paper.reasons')}</h2>
      <div className="merit-two">
        {letter.positions.map((position) => (
          <section key={position.role} className="merit-position">
            <h3>
              {t(`merit.paper.said.${position.verdict}`, {
                applied,
                ects: decimal(position.ects ?? 0, language),
              })}
            </h3>
            <p>{position.reason}</p>
            <p className="note">
              {position.name}, {t(`merit.asRoles.${position.role}`)},{' '}
              <span className="merit-date">{longDate(position.takenOn, language)}</span>
            </p>
          </section>
        ))}
      </div>
      <Papers letter={letter} />
      <Meaning letter={letter} />
      <h2>{t(state === 'granted' ? 'merit.paper.question' : 'merit.paper.complaint')}</h2>
      <p>
        {state === 'granted'
          ? t('merit.paper.questionText')
          : t('merit.paper.complaintText', { school: letter.schoolName })}
      </p>
      <div className="signatures">
        {letter.positions.map(({ role, name }) => (
          <div key={role}>
            <div className="signature-space" />
            <span className="strong">{name}</span>, {t(`merit.asRoles.${role}`)}
            <span className="note">{t('merit.paper.sign')}</span>
          </div>
        ))}
      </div>
    </main>
  );
}

function LetterHead({ frame }: { frame: PrintFrame<MeritLetterPrint> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const letter = frame.content;
  const foot = [
    t('print.foot.version', { version: frame.version }),
    t('print.foot.fingerprint', { fingerprint: frame.fingerprint }),
    t(letter.keptFrom === 'decision' ? 'print.foot.keptFromDecision' : 'print.foot.kept', {
      count: letter.retentionYears,
    }),
  ].join(' · ');
  const dates = {
    applied: letter.appliedOn ? longDate(letter.appliedOn, language) : '–',
    decided: longDate(letter.decidedOn, language),
    round: letter.round,
  };
  return (
    <header data-foot={foot}>
      <div className="doc-from">{[letter.schoolName, letter.municipality].filter(Boolean).join(' · ')}</div>
      <h1>{t('merit.paper.title')}</h1>
      <div className="doc-name">
        {[letter.applicantName, letter.applicantTitle].filter(Boolean).join(', ')}
      </div>
      {letter.applicantSchool !== letter.schoolName && (
        <div className="doc-name">{letter.applicantSchool}</div>
      )}
      <div className="doc-line">
        {letter.round > 1 ? t('merit.paper.lineRound', dates) : t('merit.paper.line', dates)}
      </div>
    </header>
  );
}

function Papers({ letter }: { letter: MeritLetterPrint }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { requirement, evidence } = letter;
  return (
    <>
      <h2>{t('merit.paper.applied')}</h2>
      <p>
        {t('merit.paper.appliedText', {
          applied: decimal(requirement.applied, language),
          name: requirement.name,
        })}
      </p>
      <table className="merit-papers">
        <thead>
          <tr>
            <th scope="col">{t('merit.paper.paper')}</th>
            <th scope="col">{t('merit.paper.covers')}</th>
            <th scope="col" className="figure">
              {t('merit.paper.ects')}
            </th>
          </tr>
        </thead>
        <tbody>
          {evidence.map(({ title, provider, year, ects, covers }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed list never changes
            <tr key={index}>
              <td>
                <span className="strong">{title}</span>
                <span className="note">{[provider, year].filter(Boolean).join(', ')}</span>
              </td>
              <td>{covers.length > 0 ? covers.join(', ') : t('merit.paper.coversNothing')}</td>
              <td className="figure">{decimal(ects, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The sum before and after, and what is left of the clock: the deadline is to begin, never to be done (R002-11). */
function Meaning({ letter }: { letter: MeritLetterPrint }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { requirement, ects } = letter;
  const missing = Math.max(0, requirement.applied - ects);
  // As the ledger's clock has it: merit is training, so with it training has begun.
  const hasBegun = requirement.hasBegun || ects > 0;
  const rows = [
    ['sumRequired', requirement.ects],
    ['sumEarned', requirement.earned],
    ['sumMerit', ects],
    ['sumMissing', missing],
  ] as const;
  return (
    <>
      <h2>{t('merit.paper.means')}</h2>
      <div className="merit-means">
        <table className="merit-sum">
          <tbody>
            {rows.map(([key, points]) => (
              <tr key={key} className={key === 'sumMissing' ? 'strong' : undefined}>
                <td>{t(`merit.paper.${key}`)}</td>
                <td className="figure">{t('merit.ects', { ects: decimal(points, language) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div>
          <p>
            {missing === 0
              ? t('merit.paper.fulfilled')
              : hasBegun
                ? t('merit.paper.missingBegun', { missing: decimal(missing, language) })
                : requirement.beginBy
                  ? t('merit.paper.missing', {
                      missing: decimal(missing, language),
                      date: longDate(requirement.beginBy, language),
                    })
                  : t('merit.paper.missingNoDate', { missing: decimal(missing, language) })}
          </p>
          <p className="note">
            {t(`merit.paper.basis.${requirement.basis}`)} {fullStop(requirement.source)}{' '}
            {t('merit.paper.checked', { date: longDate(requirement.lastCheckedOn, language) })}
          </p>
        </div>
      </div>
    </>
  );
}
