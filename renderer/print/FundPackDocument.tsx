import type { PrintFrame } from '@shared/contract/print';
import type { FundPackPrint } from '@shared/contract/print-fund-pack';
import { type Signer, signerNames } from '@shared/domain/funds/fund-facts';
import { costKindNames, type FundApplicationState } from '@shared/domain/funds/fund-words';
import { listed } from '@shared/domain/funds/listed';
import { moneyText } from '@shared/domain/money';
import { useTranslation } from 'react-i18next';
import { longDate } from '../ui/format';
import { useLanguage } from '../ui/use-language';
import { useStatedFacts } from '../ui/use-stated-facts';
import { DocumentHead } from './parts';

type Part = { pack: FundPackPrint };

/** What goes with an application: what for, how much, by when, who signs, and every rule with its source. */
export function FundPackDocument({ frame }: { frame: PrintFrame<FundPackPrint> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const pack = frame.content;
  const { outdated } = pack.assessment;
  const head = { ...frame, content: { ...pack, employeeTeam: '' } };
  const fund = [pack.fundName, pack.area].filter(Boolean).join(' · ');
  return (
    <main>
      <DocumentHead
        frame={head}
        title={t('funds.paper.title')}
        line={t('funds.paper.line', { fund, date: longDate(pack.madeOn, language) })}
      />
      <div className="fund-two">
        <Activity pack={pack} />
        <Money pack={pack} />
      </div>
      <Open pack={pack} />
      <Facts pack={pack} />
      <Checklist pack={pack} />
      <Signers pack={pack} />
      <Rules pack={pack} />
      {outdated && <p className="note">{outdated[language]}</p>}
    </main>
  );
}

function Activity({ pack }: Part) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { planLine } = pack;
  const rows = [
    [t('funds.paper.provider'), pack.provider],
    [t('funds.paper.starts'), longDate(pack.startsOn, language)],
    [
      t('funds.paper.planLine'),
      planLine
        ? t('funds.paper.planLineText', { ...planLine, date: longDate(planLine.dueOn, language) })
        : t('funds.paper.noPlanLine'),
    ],
  ] as const;
  return (
    <section>
      <h2>{t('funds.paper.activity')}</h2>
      <p className="strong">{pack.title}</p>
      <List rows={rows} />
    </section>
  );
}

/** The costs line by line, and who pays what of them. */
function Money({ pack }: Part) {
  const { t } = useTranslation();
  const language = useLanguage();
  const money = (ore: number) => moneyText(ore, language);
  const { amounts } = pack.assessment;
  const sums = [
    ['total', amounts.totalOre],
    ['applicable', amounts.applicableOre],
    ['fund', amounts.fundOre],
    ['workplace', amounts.workplaceOre],
  ] as const;
  return (
    <section>
      <h2>{t('funds.paper.costs')}</h2>
      <table className="fund-sum">
        <tbody>
          {pack.costs.map(({ kind, amountOre, note }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed list never changes
            <tr key={index}>
              <td>{[costKindNames[kind][language], note].filter(Boolean).join(' · ')}</td>
              <td className="figure">{money(amountOre)}</td>
            </tr>
          ))}
          {sums.map(([key, ore]) => (
            <tr key={key} className={key === 'fund' || key === 'workplace' ? 'strong' : undefined}>
              <td>{t(`funds.amounts.${key}`)}</td>
              <td className="figure">{money(ore)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {amounts.notPaid.map(({ kind, text, source, amountOre }) => (
        <p key={`${kind} ${amountOre}`} className="note">
          {text[language]} ({source})
        </p>
      ))}
    </section>
  );
}

/** What a rule refuses, or nobody has said yet: to be settled before it is sent. */
function Open({ pack }: Part) {
  const { t } = useTranslation();
  const language = useLanguage();
  const open = pack.assessment.verdicts.filter(
    ({ outcome }) => outcome === 'refused' || outcome === 'unknown',
  );
  if (open.length === 0) return null;
  return (
    <section>
      <h2>{t('funds.paper.openTitle')}</h2>
      <ul>
        {open.map(({ text, source }) => (
          <li key={text.da}>
            {text[language]} <span className="note">({source})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const fallbackSigners: readonly Signer[] = ['applicant', 'leader'];
const signersOf = (pack: FundPackPrint) =>
  pack.assessment.signers.length > 0 ? pack.assessment.signers : fallbackSigners;

/** What to do by when, with a box to tick; what is done already has its day. */
function Checklist({ pack }: Part) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { calendar } = pack.assessment;
  const day = (date: string) => longDate(date, language);
  const done = (state: FundApplicationState) =>
    pack.steps.findLast((step) => step.state === state)?.onDate ?? null;
  const names = listed(signersOf(pack).map((signer) => signerNames[signer]))[language];
  const { uploadBy, latestOn, answerBy, repaymentNoticeOn } = calendar;
  const rows: (readonly [text: string, doneOn: string | null])[] = [
    [t('funds.paper.check.fill'), done('sent')],
    [t('funds.paper.check.sign', { names }), done('uploaded')],
    ...(uploadBy === null
      ? latestOn === null
        ? []
        : [[t('funds.paper.check.send', { date: day(latestOn) }), done('sent')] as const]
      : [[t('funds.paper.check.upload', { date: day(uploadBy) }), done('uploaded')] as const]),
    ...(answerBy === null ? [] : [[t('funds.paper.check.answer', { date: day(answerBy) }), null] as const]),
    ...(repaymentNoticeOn === null
      ? []
      : [[t('funds.paper.check.admitted', { date: day(repaymentNoticeOn) }), null] as const]),
  ];
  return (
    <section>
      <h2>{t('funds.paper.checklist')}</h2>
      <ul className="fund-checks">
        {rows.map(([text, doneOn]) => (
          <li key={text}>
            <span className={doneOn ? 'fund-box fund-box-done' : 'fund-box'} aria-hidden />
            {text}
            {doneOn && (
              <span className="note"> ({t('funds.paper.check.sentOn', { date: day(doneOn) })})</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A line for everybody who signs. */
function Signers({ pack }: Part) {
  const { t } = useTranslation();
  const name: Readonly<Record<Signer, string>> = {
    applicant: pack.employeeName,
    leader: pack.leaderName,
    unionRep: '',
  };
  return (
    <div className="signatures fund-signatures">
      {signersOf(pack).map((signer) => (
        <div key={signer}>
          <div className="signature-space" />
          <span className="strong">{name[signer]}</span>
          {name[signer] !== '' && ', '}
          {t(`funds.paper.signerRoles.${signer}`)}
          <span className="note">{t('funds.paper.sign')}</span>
        </div>
      ))}
    </div>
  );
}

function Facts({ pack }: Part) {
  const { t } = useTranslation();
  const rows = useStatedFacts()(pack.facts);
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{t('funds.paper.facts')}</h2>
      <List rows={rows} />
    </section>
  );
}

function Rules({ pack }: Part) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { set } = pack;
  return (
    <section className="fund-rules-page">
      <h2>{t('funds.paper.rules')}</h2>
      <p className="note">
        {t('funds.paper.rulesFrom', {
          from: longDate(set.validFrom, language),
          checked: longDate(set.lastCheckedOn, language),
          source: set.source,
        })}
      </p>
      <table className="fund-rules">
        <thead>
          <tr>
            <th scope="col">{t('funds.verdicts.rule')}</th>
            <th scope="col">{t('funds.rules.says')}</th>
            <th scope="col">{t('funds.verdicts.source')}</th>
          </tr>
        </thead>
        <tbody>
          {pack.rules.map(({ name, text, source }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed list never changes
            <tr key={index}>
              <td>{name[language]}</td>
              <td>{text[language]}</td>
              <td>
                <span className="note">{source}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function List({ rows }: { rows: readonly (readonly [label: string, value: string])[] }) {
  return (
    <dl className="fund-list">
      {rows
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label} className="fund-row">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
