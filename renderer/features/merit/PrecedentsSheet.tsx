import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { decimal } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { sentenceCase } from '../../ui/sentence-case';
import { useLanguage } from '../../ui/use-language';
import { toneOf } from './merit-words';

/** Earlier decisions on similar grounds, so that like is treated alike; without names, the likest first. */
export function PrecedentsSheet({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const found = useCall('merit', 'precedents', { caseId });
  const rows = found.data?.precedents ?? [];
  const points = (value: number) => decimal(value, language);
  return (
    <Sheet title={t('merit.precedents.title')}>
      <Failure error={found.error} />
      {found.data && (
        <p className="soft">{t(rows.length > 0 ? 'merit.precedents.text' : 'merit.precedents.none')}</p>
      )}
      {rows.length > 0 && (
        <table className="table" aria-label={t('merit.precedents.title')}>
          <thead>
            <tr>
              <th scope="col">{t('merit.precedents.number')}</th>
              <th scope="col">{t('merit.precedents.grounds')}</th>
              <th scope="col">{t('merit.precedents.alike')}</th>
              <th scope="col">{t('merit.precedents.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.number}>
                <td>{one.number}</td>
                <td>
                  {one.grounds.map(({ title, provider, ects, year }, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: what was decided never changes
                    <div key={index}>
                      {title}
                      <div className="soft small">
                        {[provider, year, t('merit.ects', { ects: points(ects) })].filter(Boolean).join(', ')}
                      </div>
                    </div>
                  ))}
                </td>
                <td className="soft">
                  {one.alike.map((kind) => t(`merit.precedents.kinds.${kind}`)).join(', ')}
                </td>
                <td>
                  <StateWord tone={toneOf[one.state]}>
                    {sentenceCase(t(`merit.states.${one.state}`), language)}
                  </StateWord>
                  <div className="soft small">
                    {t('merit.ectsOf', { ects: points(one.ects), applied: points(one.applied) })}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}
