import { Checkbox, MultiSelect, Textarea, TextInput } from '@mantine/core';
import type { OutputOf } from '@shared/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { DateField } from '../../ui/DateField';
import { useDraft } from '../../ui/drafts';
import { EditDialog } from '../../ui/EditDialog';
import { listbox } from '../../ui/listbox';
import { useRemoval } from '../../ui/use-removal';
import type { Course } from './CoursesSheet';

type People = OutputOf<'leaderTraining', 'courses'>['people'];
type Values = {
  title: string;
  heldOn: string | null;
  place: string;
  note: string;
  people: string[];
  attended: string[];
};
type CourseDialogProps = { course: Course | null; people: People; onClose: () => void };

/** A course of the school's own: what, when, whom it is for, and who was there. */
export function CourseDialog({ course, people, onClose }: CourseDialogProps) {
  const { t } = useTranslation();
  const kept = useDraft<Values>(`leader course ${course?.id ?? 'new'}`);
  const values = kept.draft ?? {
    title: course?.title ?? '',
    heldOn: course?.heldOn ?? null,
    place: course?.place ?? '',
    note: course?.note ?? '',
    people: course?.participants.map(({ employeeId }) => employeeId) ?? [],
    attended: course?.participants.filter((one) => one.attended).map(({ employeeId }) => employeeId) ?? [],
  };
  const set = (change: Partial<Values>) => kept.keep({ ...values, ...change });
  const [asked, setAsked] = useState(false);
  const save = useOrder('leaderTraining', 'saveCourse');
  const fields = save.error?.fields ?? {};
  const close = () => {
    kept.drop();
    onClose();
  };
  const { removeIt, isRemoving, error } = useRemoval<Course>({
    remove: ({ id }) => call('leaderTraining', 'removeCourse', { id }),
    restore: ({ id }) => call('leaderTraining', 'restoreCourse', { id }),
    message: ({ title }) => t('leaderTraining.courseRemoved', { title }),
  });
  const submit = () => {
    setAsked(true);
    if (values.title.trim() === '') return;
    const { people: chosen, attended, ...rest } = values;
    const participants = chosen.map((employeeId) => ({
      employeeId,
      attended: attended.includes(employeeId),
    }));
    save.mutate({ ...(course ? { id: course.id } : {}), ...rest, participants }, { onSuccess: close });
  };
  // Somebody who has left since stays on the course she was on.
  const names = new Map([
    ...(course?.participants ?? []).map(({ employeeId, name }) => [employeeId, name] as const),
    ...people.map(({ employeeId, name }) => [employeeId, name] as const),
  ]);
  const choices = (isLeader: boolean) =>
    [...names]
      .filter(([id]) => (people.find(({ employeeId }) => employeeId === id)?.isLeader ?? false) === isLeader)
      .map(([value, label]) => ({ value, label }));
  return (
    <EditDialog
      title={course ? t('leaderTraining.courseEdit', { title: course.title }) : t('leaderTraining.courseAdd')}
      kept={kept}
      error={save.error ?? error}
      isSaving={save.isPending}
      onSubmit={submit}
      onClose={onClose}
      removal={course && { removeIt: () => removeIt(course), isRemoving }}
    >
      <TextInput
        label={t('leaderTraining.courseTitle')}
        value={values.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={
          fields.title ??
          (asked && values.title.trim() === '' ? t('leaderTraining.courseTitleMissing') : undefined)
        }
        maxLength={200}
        required
      />
      <div className="lt-fields">
        <DateField
          label={t('leaderTraining.courseDate')}
          value={values.heldOn}
          onChange={(heldOn) => set({ heldOn })}
          error={fields.heldOn}
        />
        <TextInput
          label={t('leaderTraining.coursePlace')}
          value={values.place}
          onChange={(event) => set({ place: event.currentTarget.value })}
          maxLength={200}
        />
      </div>
      <MultiSelect
        {...listbox}
        label={t('leaderTraining.courseParticipants')}
        data={[
          { group: t('leaderTraining.groupLeaders'), items: choices(true) },
          { group: t('leaderTraining.groupOthers'), items: choices(false) },
        ].filter(({ items }) => items.length > 0)}
        nothingFoundMessage={t('leaderTraining.nobody')}
        value={values.people}
        onChange={(chosen) => set({ people: chosen })}
        searchable
        hidePickedOptions
      />
      {values.people.length > 0 && (
        <Checkbox.Group
          label={t('leaderTraining.courseAttended')}
          description={t('leaderTraining.courseAttendedHint')}
          value={values.attended}
          onChange={(attended) => set({ attended })}
        >
          <div className="lt-fields">
            {values.people.map((id) => (
              <Checkbox key={id} value={id} label={names.get(id) ?? ''} mt={6} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <Textarea
        label={t('leaderTraining.courseNote')}
        value={values.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
        autosize
        minRows={2}
        maxLength={2000}
      />
    </EditDialog>
  );
}
