import { Button, Modal, NativeSelect, TextInput, VisuallyHidden } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { teamTypes } from '@shared/contract/employees';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useCall, useOrder } from '../../app/call';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { RowActions } from '../../ui/RowActions';
import { Sheet } from '../../ui/Sheet';
import { useRemoval } from '../../ui/use-removal';
import './teams.css';

type Team = OutputOf<'teams', 'list'>[number];

/** Teams of every type with those who are in them today. */
export function TeamsSheet() {
  const { t } = useTranslation();
  const teams = useCall('teams', 'list', {});
  const removal = useRemoval<Team>({
    remove: ({ id }) => call('teams', 'remove', { id }),
    restore: ({ id }) => call('teams', 'restore', { id }),
    message: ({ name }) => t('teams.teamRemoved', { name }),
  });
  const [editing, setEditing] = useState<Team | 'new' | null>(null);

  return (
    <Sheet
      title={t('teams.teams')}
      aside={
        <Button size="compact-sm" variant="default" onClick={() => setEditing('new')}>
          {t('teams.newTeam')}
        </Button>
      }
    >
      <Failure error={teams.error ?? removal.error} />
      {teams.data?.length === 0 && (
        <Empty title={t('teams.teamsEmptyTitle')}>{t('teams.teamsEmptyText')}</Empty>
      )}
      {teams.data && teams.data.length > 0 && (
        <table className="table" aria-label={t('teams.teams')}>
          <thead>
            <tr>
              <th scope="col">{t('common.name')}</th>
              <th scope="col">{t('teams.type')}</th>
              <th scope="col">{t('teams.members')}</th>
              <th scope="col">
                <VisuallyHidden>{t('teams.actions')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {teams.data.map((team) => (
              <tr key={team.id}>
                <th scope="row">
                  <Link to="/teams/$teamId" params={{ teamId: team.id }} className="plain-link">
                    {team.name}
                  </Link>
                </th>
                <td>{t(`teams.types.${team.type}`)}</td>
                <td>
                  <Members team={team} />
                </td>
                <td>
                  <RowActions
                    name={team.name}
                    onEdit={() => setEditing(team)}
                    onRemove={() => void removal.removeIt(team)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={editing === 'new' ? t('teams.newTeam') : t('teams.editTeam')}
      >
        <TeamFields team={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      </Modal>
    </Sheet>
  );
}

function Members({ team }: { team: Team }) {
  const { t } = useTranslation();
  if (team.members.length === 0) return <span className="soft">{t('teams.noMembers')}</span>;
  return team.members.map((member, index) => (
    <Fragment key={member.employeeId}>
      {index > 0 && ', '}
      <Link to="/employees/$employeeId" params={{ employeeId: member.employeeId }} className="member-link">
        {member.name}
      </Link>
    </Fragment>
  ));
}

function TeamFields({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(team?.name ?? '');
  const [type, setType] = useState<Team['type']>(team?.type ?? 'team');
  const spiders = useCall('spiders', 'list', {});
  const [spiderTemplateId, setSpider] = useState(team?.spiderTemplateId ?? null);
  const save = useOrder('teams', 'save');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ ...(team && { id: team.id }), name, type, spiderTemplateId }, { onSuccess: onClose });
      }}
    >
      <div className="field-stack">
        <TextInput
          label={t('common.name')}
          required
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={save.error?.fields.name}
        />
        <NativeSelect
          label={t('teams.type')}
          value={type}
          onChange={(event) => setType(event.currentTarget.value as Team['type'])}
          data={teamTypes.map((value) => ({ value, label: t(`teams.types.${value}`) }))}
        />
        <NativeSelect
          label={t('teams.teamSpider')}
          description={t('teams.teamSpiderHint')}
          value={spiderTemplateId ?? ''}
          onChange={(event) => setSpider(event.currentTarget.value || null)}
          data={[
            { value: '', label: t('teams.noSpider') },
            ...(spiders.data?.templates ?? []).map(({ id, name: label }) => ({ value: id, label })),
          ]}
          error={save.error?.fields.spiderTemplateId}
        />
      </div>
      {Object.keys(save.error?.fields ?? {}).length === 0 && <Failure error={save.error} />}
      <FormFoot
        submit={t('common.save')}
        isSaving={save.isPending}
        isDisabled={name.trim() === ''}
        onCancel={onClose}
      />
    </form>
  );
}
