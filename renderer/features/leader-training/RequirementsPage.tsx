import { Button } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { decimal, shortDate } from '../../ui/format';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { StateWord, type Tone } from '../../ui/StateWord';
import { offerUndo } from '../../ui/undo';
import { useLanguage } from '../../ui/use-language';
import { RequirementDialog } from './RequirementDialog';
import './leader-training.css';

export type Requirement = OutputOf<'leaderTraining', 'requirements'>['requirements'][number];

const tones: Readonly<Record<Requirement['state'], Tone>> = {
  inForce: 'good',
  coming: 'now',
  ended: 'quiet',
};

/** The requirements as the school has them: how much, for whom, since when, and where it stands. */
export function RequirementsPage() {
  const { t } = useTranslation();
  const list = useCall('leaderTraining', 'requirements', {});
  const [open, setOpen] = useState<Requirement | 'new' | null>(null);
  const { requirements = [], categories = [] } = list.data ?? {};
  return (
    <Page
      kicker={
        <Link to="/leader-training" className="plain-link">
          {t('leaderTraining.title')}
        </Link>
      }
      title={t('leaderTraining.requirementsTitle')}
      lede={t('leaderTraining.requirementsLede')}
      actions={<Button onClick={() => setOpen('new')}>{t('leaderTraining.requirementAdd')}</Button>}
    >
      <Failure error={list.error} />
      {list.data && requirements.length === 0 && (
        <Sheet>
          <Empty title={t('leaderTraining.requirementsNone')}>
            {t('leaderTraining.requirementsNoneText')}
          </Empty>
        </Sheet>
      )}
      {requirements.map((requirement) => (
        <OneRequirement key={requirement.id} requirement={requirement} onEdit={() => setOpen(requirement)} />
      ))}
      {open && (
        <RequirementDialog
          requirement={open === 'new' ? null : open}
          categories={categories}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

type OneRequirementProps = { requirement: Requirement; onEdit: () => void };

function OneRequirement({ requirement, onEdit }: OneRequirementProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const date = (day: string) => shortDate(day, language);
  const { name, state, validFrom, validTo, categories, parts, isOld } = requirement;
  const facts = [
    [t('leaderTraining.requirementFor'), categories.map((one) => one.name).join(', ')],
    [t('leaderTraining.requirementBasis'), t(`leaderTraining.bases.${requirement.basis}`)],
    [t('leaderTraining.requirementParts'), parts.join('; ')],
    [t('leaderTraining.requirementSource'), requirement.source],
    [t('leaderTraining.requirementChecked'), date(requirement.lastCheckedOn)],
  ] as const;
  return (
    <Sheet
      title={name}
      aside={
        <div className="lt-actions">
          <RequirementActions requirement={requirement} />
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('leaderTraining.requirementEdit', { name })}
            onClick={onEdit}
          >
            {t('common.edit')}
          </Button>
        </div>
      }
    >
      <p>
        {t('leaderTraining.requirementLine', {
          ects: decimal(requirement.ects, language),
          count: requirement.beginWithinMonths,
        })}
        {' · '}
        <StateWord tone={tones[state]}>{t(`leaderTraining.requirementStates.${state}`)}</StateWord>{' '}
        <span className="soft">
          {validTo
            ? t('leaderTraining.requirementPeriodEnd', { first: date(validFrom), last: date(validTo) })
            : t('leaderTraining.requirementPeriod', { first: date(validFrom) })}
        </span>
      </p>
      <dl className="lt-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} className="lt-fact">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {categories.length === 0 && <p className="state-partly">{t('leaderTraining.requirementForNone')}</p>}
      {isOld && <p className="state-partly">{t('leaderTraining.requirementOld')}</p>}
    </Sheet>
  );
}

/** What is done to a requirement without opening it. */
function RequirementActions({ requirement }: { requirement: Requirement }) {
  const { t } = useTranslation();
  const { today } = useSchoolYear();
  const save = useOrder('leaderTraining', 'saveRequirement');
  const end = useOrder('leaderTraining', 'endRequirement');
  const { id, name, state, isOld, validTo } = requirement;
  if (!today || state === 'ended') return null;
  const { categories, state: _, isOld: __, ...values } = requirement;
  const categoryIds = categories.map((one) => one.id);
  return (
    <>
      <Failure error={save.error ?? end.error} />
      {isOld && (
        <Button
          size="compact-sm"
          variant="default"
          loading={save.isPending}
          aria-label={t('leaderTraining.requirementCheckNowOf', { name })}
          onClick={() => save.mutate({ ...values, categoryIds, lastCheckedOn: today })}
        >
          {t('leaderTraining.requirementCheckNow')}
        </Button>
      )}
      {state === 'inForce' && validTo === null && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={end.isPending}
          aria-label={t('leaderTraining.requirementEndOf', { name })}
          onClick={() =>
            end.mutate(
              { id, validTo: today },
              {
                onSuccess: () =>
                  offerUndo({
                    message: t('leaderTraining.requirementEnded', { name }),
                    label: t('common.undo'),
                    undo: () => call('leaderTraining', 'endRequirement', { id, validTo: null }),
                  }),
              },
            )
          }
        >
          {t('leaderTraining.requirementEnd')}
        </Button>
      )}
    </>
  );
}
