import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { DateField } from '../../ui/DateField';
import { Failure } from '../../ui/Failure';
import { FormFoot } from '../../ui/FormFoot';
import { offerUndo } from '../../ui/undo';
import type { Chain } from './ChainsPage';

type SolveDialogProps = {
  chain: Chain;
  module: Chain['steps'][number];
  team: Chain['teams'][number];
  onClose: () => void;
};

/** The day a team solved a module; who was a member of it that day is credited. */
export function SolveDialog({ chain, module, team, onClose }: SolveDialogProps) {
  const { t } = useTranslation();
  const { today } = useSchoolYear();
  const known = chain.solved.find(({ stepId, teamId }) => stepId === module.id && teamId === team.id);
  const [completedOn, setCompletedOn] = useState<string | null>(known?.completedOn ?? today);
  const [note, setNote] = useState(known?.note ?? '');
  const solve = useOrder('courseChains', 'solve');
  const unsolve = useOrder('courseChains', 'unsolve');
  const which = { stepId: module.id, teamId: team.id };
  const fields = solve.error?.fields ?? {};
  const takeBack = () =>
    unsolve.mutate(which, {
      onSuccess: (before) => {
        onClose();
        offerUndo({
          message: t('courseChains.unsolved', { team: team.name, module: module.title }),
          label: t('common.undo'),
          undo: () => call('courseChains', 'solve', { ...which, ...before }),
        });
      },
    });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('courseChains.teamModule', { team: team.name, module: module.title })}
    >
      <form
        className="cc-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          solve.mutate({ ...which, completedOn: completedOn ?? '', note }, { onSuccess: onClose });
        }}
      >
        <DateField
          isFirst
          required
          label={t('courseChains.solvedOn')}
          description={t('courseChains.solvedOnText')}
          value={completedOn}
          onChange={setCompletedOn}
          {...(today ? { maxDate: today } : {})}
          error={fields.completedOn}
        />
        <TextInput
          label={t('courseChains.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={fields.note}
        />
        {known && (
          <p className="soft small">
            {t('courseChains.credited', {
              names: known.members.map(({ name }) => name).join(', ') || t('courseChains.nobody'),
            })}
          </p>
        )}
        <Failure error={solve.error && Object.keys(fields).length === 0 ? solve.error : unsolve.error} />
        <FormFoot
          submit={t('common.save')}
          isSaving={solve.isPending}
          isDisabled={completedOn === null}
          onCancel={onClose}
        >
          {known && (
            <Button variant="subtle" color="brick" loading={unsolve.isPending} onClick={takeBack}>
              {t('courseChains.unsolve')}
            </Button>
          )}
        </FormFoot>
      </form>
    </Modal>
  );
}
