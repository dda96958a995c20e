import type { PrintedSignature, PrintedSpider, PrintFrame } from '@shared/contract/print';
import { competenceGap, isTopic, type SpiderLevel } from '@shared/domain/gap';
import { useTranslation } from 'react-i18next';
import { longMoment } from '../ui/format';
import { SpiderChart } from '../ui/SpiderChart';
import { useLanguage } from '../ui/use-language';

type Head = {
  schoolName: string;
  municipality: string;
  employeeName: string;
  employeeRole: string;
  employeeTeam: string;
  retentionYears: number;
};

/** School, title, whose, and one line of where and when; the foot of the pages is told from here. */
export function DocumentHead({
  frame,
  title,
  line,
}: {
  frame: PrintFrame<Head>;
  title: string;
  line: string;
}) {
  const { t } = useTranslation();
  const { schoolName, municipality, employeeName, retentionYears } = frame.content;
  const foot = [
    t('print.foot.version', { version: frame.version }),
    t('print.foot.fingerprint', { fingerprint: frame.fingerprint }),
    t('print.foot.kept', { count: retentionYears }),
  ].join(' · ');
  return (
    <header data-foot={foot}>
      <div className="doc-from">{[schoolName, municipality].filter(Boolean).join(' · ')}</div>
      <h1>{title}</h1>
      <div className="doc-name">{employeeName}</div>
      <div className="doc-line">{line.charAt(0).toLocaleUpperCase('da') + line.slice(1)}</div>
    </header>
  );
}

/** The spider beside its gap table: the same figures as lines and as numbers. */
export function PrintedSpiderBlock({
  spider,
  name,
  large = false,
}: {
  spider: PrintedSpider;
  name: string;
  /** The chart over the whole width with the table under it, where the spider has the page to itself. */
  large?: boolean;
}) {
  const { t } = useTranslation();
  const layers = [
    {
      kind: 'target' as const,
      levels: spider.axes.map(({ target }) => ({ state: 'rated' as const, level: target })),
    },
    ...(spider.self ? [{ kind: 'employee' as const, levels: spider.self }] : []),
    ...(spider.leader ? [{ kind: 'leader' as const, levels: spider.leader }] : []),
  ];
  return (
    <div className={large ? 'doc-spider doc-spider-large' : 'doc-spider'}>
      <SpiderChart
        axes={spider.axes}
        layers={layers}
        scale={{ min: 1, max: spider.scaleMax }}
        width={large ? 640 : 470}
        height={large ? 470 : 400}
        title={t('print.spider.title')}
        description={t('print.spider.description', { name })}
        names={{
          target: t('print.spider.target'),
          employee: t('print.spider.own'),
          leader: t('print.spider.leader'),
          agreed: t('print.spider.agreed'),
          lastYear: '',
          topic: t('print.spider.topic'),
        }}
      />
      <PrintedGaps spider={spider} />
    </div>
  );
}

function PrintedGaps({ spider }: { spider: PrintedSpider }) {
  const { t } = useTranslation();
  const { axes, self, leader, agreed } = spider;
  const notRated: SpiderLevel = { state: 'notRated' };
  return (
    <table className="gaps">
      <caption>{t('print.spider.note')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('print.spider.competence')}</th>
          <th scope="col" className="figure">
            {t('print.spider.target')}
          </th>
          <th scope="col" className="figure">
            {t('print.spider.own')}
          </th>
          <th scope="col" className="figure">
            {t('print.spider.leader')}
          </th>
          {agreed && (
            <th scope="col" className="figure">
              {t('print.spider.agreed')}
            </th>
          )}
          <th scope="col" className="figure">
            {t('print.spider.gap')}
          </th>
        </tr>
      </thead>
      <tbody>
        {axes.map((axis, index) => {
          const [own, leaders] = [self?.[index] ?? notRated, leader?.[index] ?? notRated];
          return (
            <tr key={axis.competenceId}>
              <td>
                {axis.name}
                {isTopic(own, leaders) && <em> · {t('print.spider.topic')}</em>}
              </td>
              <td className="figure">{axis.target}</td>
              <td className="figure">
                <Level level={own} />
              </td>
              <td className="figure">
                <Level level={leaders} />
              </td>
              {agreed && (
                <td className="figure">
                  <Level level={agreed[index] ?? notRated} />
                </td>
              )}
              <td className="figure">{signed(competenceGap(axis.target, leaders))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Level({ level }: { level: SpiderLevel }) {
  const { t } = useTranslation();
  if (level.state === 'rated') return level.level;
  return (
    <abbr title={level.state === 'notRated' ? t('print.spider.notRated') : t('print.spider.notRelevant')}>
      {level.state === 'notRated' ? '–' : 'ir'}
    </abbr>
  );
}

const signed = (gap: number | null) => (gap === null ? '' : gap < 0 ? `−${-gap}` : String(gap));

/** Both signatures at the foot, or two lines to sign on with a pen. */
export function Signatures({
  frame,
}: {
  frame: PrintFrame<{ employeeName: string; leaderName: string; leaderTitle: string }>;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { employeeName, leaderName, leaderTitle } = frame.content;
  const party = (kind: 'employee' | 'leader', name: string, role: string) => {
    const signature = frame.signatures.find((one) => one.party === kind);
    return (
      <div key={kind}>
        <div className="signature-space">{signature && <Mark signature={signature} />}</div>
        <span className="strong">{signature?.name ?? name}</span>, {role}
        <span className="note">
          {signature
            ? `${t(`print.signature.${signature.wording}`)} · ${longMoment(signature.signedAt, language)}`
            : `${t('print.signature.choose')}   ${t('print.signature.date')}: `}
        </span>
      </div>
    );
  };
  return (
    <div className="signatures">
      {party('employee', employeeName, t('print.signature.employee'))}
      {party('leader', leaderName, leaderTitle)}
    </div>
  );
}

function Mark({ signature }: { signature: PrintedSignature }) {
  if (signature.method === 'typed') return <span className="signature-typed">{signature.name}</span>;
  return (
    <svg className="signature-drawing" viewBox="0 0 600 200" role="img" aria-label={signature.name}>
      <path
        d={signature.drawing}
        fill="none"
        stroke="#111"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
