import { Button, Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { DateField } from '../../ui/DateField';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { shortDate } from '../../ui/format';
import { RowActions } from '../../ui/RowActions';
import { Sheet } from '../../ui/Sheet';
import { useLanguage } from '../../ui/use-language';
import { useRemoval } from '../../ui/use-removal';
import type { Employee } from './employment-text';
import { NamesField } from './NamesField';

type Membership = Employee['memberships'][number];

/** Where she belongs and has belonged, and which functions she has. */
export function TeamSheet({ employee }: { employee: Employee }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<Membership | 'new' | null>(null);
  const everybody = useCall('employees', 'list', {});
  const saveFunctions = useOrder('employees', 'saveFunctions');
  const known = [...new Set((everybody.data ?? []).flatMap((one) => one.functions))];
  return (
    <Sheet
      title={t('employees.teamSheet')}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => setEditing('new')}>
          {t('employees.addToTeam')}
        </Button>
      }
    >
      {employee.memberships.length === 0 ? (
        <p className="soft small">{t('employees.noMemberships')}</p>
      ) : (
        <ul className="task-list">
          {employee.memberships.map((membership) => (
            <MembershipRow
              key={membership.id}
              membership={membership}
              employeeId={employee.id}
              onEdit={() => setEditing(membership)}
            />
          ))}
        </ul>
      )}
      <div className="sub-title">
        <NamesField
          label={t('employees.functions')}
          description={t('employees.functionsHint')}
          names={employee.functions}
          suggestions={known}
          save={(functions) => saveFunctions.mutateAsync({ id: employee.id, functions })}
        />
      </div>
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={t('employees.membershipTitle')}
      >
        <MembershipFields
          employee={employee}
          membership={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      </Modal>
    </Sheet>
  );
}

function MembershipRow(props: { membership: Membership; employeeId: string; onEdit: () => void }) {
  const { membership, employeeId, onEdit } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, teamId, teamName, fromDate, toDate } = membership;
  const { removeIt, error } = useRemoval<Membership>({
    remove: () => call('employees', 'removeMembership', { id }),
    restore: () => call('employees', 'saveMembership', { employeeId, teamId, fromDate, toDate }),
    message: () => t('employees.membershipRemoved', { team: teamName }),
  });
  const from = shortDate(fromDate, language);
  return (
    <li>
      <div className={membership.isCurrent ? undefined : 'soft'}>
        <strong>{teamName}</strong>{' '}
        <span className="soft small">
          {toDate
            ? t('employees.period', { from, to: shortDate(toDate, language) })
            : t('employees.since', { from })}
        </span>
        <Failure error={error} />
      </div>
      <RowActions name={teamName} onEdit={onEdit} onRemove={() => void removeIt(membership)} />
    </li>
  );
}

function MembershipFields(props: { employee: Employee; membership: Membership | null; onClose: () => void }) {
  const { employee, membership, onClose } = props;
  const { t } = useTranslation();
  const { today } = useSchoolYear();
  const teams = useCall('teams', 'list', {});
  const save = useOrder('employees', 'saveMembership');
  const [chosenTeam, setChosenTeam] = useState(membership?.teamId ?? '');
  const [fromDate, setFromDate] = useState<string | null>(membership?.fromDate ?? today);
  const [toDate, setToDate] = useState<string | null>(membership?.toDate ?? null);
  const teamId = chosenTeam || (teams.data?.[0]?.id ?? '');
  const fields = save.error?.fields ?? {};
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!fromDate || !teamId) return;
        save.mutate(
          { ...(membership && { id: membership.id }), employeeId: employee.id, teamId, fromDate, toDate },
          { onSuccess: onClose },
        );
      }}
    >
      <div className="field-stack">
        <NativeSelect
          label={t('employees.team')}
          value={teamId}
          onChange={(event) => setChosenTeam(event.currentTarget.value)}
          data={(teams.data ?? []).map((team) => ({ value: team.id, label: team.name }))}
          disabled={teams.data?.length === 0}
          description={teams.data?.length === 0 ? t('teams.teamsEmptyText') : undefined}
        />
        <div className="field-pair">
          <DateField
            label={t('employees.from')}
            required
            value={fromDate}
            onChange={setFromDate}
            error={fromDate ? fields.fromDate : t('employees.required')}
          />
          <DateField
            label={t('employees.to')}
            description={t('employees.toHint')}
            value={toDate}
            onChange={setToDate}
            error={fields.toDate}
          />
        </div>
      </div>
      {Object.keys(fields).length === 0 && <Failure error={save.error} />}
      <FormFoot submit={t('common.save')} isSaving={save.isPending} isDisabled={!teamId} onCancel={onClose}>
        {membership?.isCurrent && today && (
          <Button variant="subtle" onClick={() => setToDate(today)}>
            {t('employees.endNow')}
          </Button>
        )}
      </FormFoot>
    </form>
  );
}
