import { Checkbox } from '@mantine/core';
import type { MeritCaseAnswer } from '@shared/contract/merit';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { decimal } from '../../ui/format';
import { Sheet } from '../../ui/Sheet';
import { StateWord } from '../../ui/StateWord';
import { useLanguage } from '../../ui/use-language';

/** The requirement's parts, each with the papers that are to cover it: what is covered, and what is not (DOMAIN 4.6). */
export function CoverageSheet({ one }: { one: MeritCaseAnswer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { requirement, evidence } = one;
  const points = (value: number) => decimal(value, language);
  const sum = evidence.reduce((total, { ects }) => total + ects, 0);
  return (
    <Sheet title={t('merit.coverage.title')}>
      <p>
        {t(requirement.earned > 0 ? 'merit.coverage.requirement' : 'merit.coverage.requirementNone', {
          name: requirement.name,
          ects: points(requirement.ects),
          earned: points(requirement.earned),
          applied: points(requirement.applied),
        })}{' '}
        {t('merit.coverage.papers', { ects: points(sum) })}
      </p>
      {requirement.parts.length === 0 ? (
        <p className="soft">{t('merit.coverage.noParts')}</p>
      ) : (
        <Parts one={one} />
      )}
    </Sheet>
  );
}

function Parts({ one }: { one: MeritCaseAnswer }) {
  const { t } = useTranslation();
  const cover = useOrder('merit', 'setCover');
  const { requirement, evidence, isWritable } = one;
  return (
    <>
      <Failure error={cover.error} />
      <table className="table" aria-label={t('merit.coverage.title')}>
        <thead>
          <tr>
            <th scope="col">{t('merit.coverage.part')}</th>
            <th scope="col">{t('merit.coverage.by')}</th>
            <th scope="col">{t('merit.coverage.state')}</th>
          </tr>
        </thead>
        <tbody>
          {requirement.parts.map((part) => {
            const covering = evidence.filter(({ covers }) => covers.includes(part));
            return (
              <tr key={part}>
                <th scope="row" className="merit-part">
                  {part}
                </th>
                <td>
                  {isWritable && evidence.length > 0 ? (
                    <div className="merit-checks">
                      {evidence.map(({ id, title, covers }) => (
                        <Checkbox
                          key={id}
                          size="xs"
                          label={title}
                          aria-label={t('merit.coverage.check', { title, part })}
                          checked={covers.includes(part)}
                          onChange={(event) =>
                            cover.mutate({ evidenceId: id, part, isCovered: event.currentTarget.checked })
                          }
                        />
                      ))}
                    </div>
                  ) : covering.length > 0 ? (
                    covering.map(({ id, title }) => <div key={id}>{title}</div>)
                  ) : (
                    <span className="soft">{t('merit.coverage.nothing')}</span>
                  )}
                </td>
                <td>
                  {covering.length > 0 ? (
                    <StateWord tone="good">{t('merit.coverage.covered')}</StateWord>
                  ) : (
                    <StateWord tone="partly">{t('merit.coverage.notCovered')}</StateWord>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
