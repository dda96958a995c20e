import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { patternText } from '@shared/domain/talk-frequency';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../app/call';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { RuleDialog } from './RuleDialog';

export type RuleUnit = OutputOf<'season', 'rules'>['units'][number];

/** The rhythm of the school and of every team and department (R003-06). */
export function RulesSheet() {
  const { t } = useTranslation();
  const language = useLanguage();
  const rules = useCall('season', 'rules', {});
  const [open, setOpen] = useState<RuleUnit | null>(null);
  const nameOf = ({ teamId, name }: RuleUnit) => (teamId === null ? t('season.school') : name);
  return (
    <Sheet title={t('season.rules')}>
      <p className="soft">{t('season.rulesText')}</p>
      <Failure error={rules.error} />
      {rules.data && (
        <table className="table" aria-label={t('season.rules')}>
          <thead>
            <tr>
              <th scope="col">{t('season.unit')}</th>
              <th scope="col">{t('season.rhythm')}</th>
              <th scope="col">{t('season.since')}</th>
              <th scope="col" className="row-end">
                <span className="visually-hidden">{t('common.edit')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.data.units.map((unit) => (
              <tr key={unit.teamId ?? ''}>
                <td>
                  <strong>{nameOf(unit)}</strong>
                </td>
                <td className={unit.rule ? undefined : 'soft'}>
                  {unit.rule
                    ? patternText(unit.rule.pattern)[language]
                    : t(unit.teamId === null ? 'season.noRule' : 'season.asSchool')}
                </td>
                <td>{unit.rule?.startYear}</td>
                <td className="row-end">
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t(unit.rule || unit.teamId === null ? 'season.editRule' : 'season.makeRule', {
                      name: nameOf(unit),
                    })}
                    onClick={() => setOpen(unit)}
                  >
                    {unit.rule || unit.teamId === null ? t('common.edit') : t('season.ownRule')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open && rules.data && (
        <RuleDialog
          unit={open}
          name={open.teamId === null ? t('season.wholeSchool') : open.name}
          usualRights={rules.data.usualRights[language]}
          onClose={() => setOpen(null)}
        />
      )}
    </Sheet>
  );
}
