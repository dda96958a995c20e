import type { PrintFrame, SpiderSheetPrint } from '@shared/contract/print';
import { useTranslation } from 'react-i18next';
import { longDate } from '../ui/format';
import { useLanguage } from '../ui/use-language';
import { DocumentHead, PrintedSpiderBlock } from './parts';

/** One person's spider of one talk, with the gap table and what was said to each competence. */
export function SpiderSheetDocument({ frame }: { frame: PrintFrame<SpiderSheetPrint> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sheet = frame.content;
  const { templateName, templateVersion } = sheet.spider;
  const line = [
    [sheet.employeeRole, sheet.employeeTeam].filter(Boolean).join(', '),
    longDate(sheet.heldOn, language),
    t('print.spider.of', { template: templateName, version: templateVersion }),
  ];
  return (
    <main>
      <DocumentHead frame={frame} title={t('print.spider.title')} line={line.filter(Boolean).join(' · ')} />
      <PrintedSpiderBlock large spider={sheet.spider} name={sheet.employeeName} />
      {sheet.comments.length > 0 && (
        <section>
          <h2>{t('print.spider.comments')}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('print.spider.competence')}</th>
                <th scope="col">{t('print.spider.ownRating')}</th>
                <th scope="col">{t('print.spider.leaderRating')}</th>
                <th scope="col">{t('print.spider.agreedRating')}</th>
              </tr>
            </thead>
            <tbody>
              {sheet.comments.map((row) => (
                <tr key={row.competence}>
                  <td className="strong">{row.competence}</td>
                  <td>{row.self}</td>
                  <td>{row.leader}</td>
                  <td>{row.agreed}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </main>
  );
}
