import { Button, NativeSelect, TextInput } from '@mantine/core';
import { shiftSchoolYear } from '@shared/domain/school-year';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, useOrder } from '../../app/call';
import { useSchoolYear } from '../../app/school-year';
import { Failure } from '../../ui/Failure';
import { RowActions } from '../../ui/RowActions';
import { useRemoval } from '../../ui/use-removal';
import type { Employee } from './employment-text';

type Task = Employee['tasks'][number];

/** Tasks of the school year on screen, or those intended for it and the next. */
export function TaskList({ employee, kind }: { employee: Employee; kind: Task['kind'] }) {
  const { t } = useTranslation();
  const { schoolYear } = useSchoolYear();
  const years = kind === 'present' ? [schoolYear] : [schoolYear, shiftSchoolYear(schoolYear, 1)];
  const tasks = employee.tasks.filter((task) => task.kind === kind && years.includes(task.schoolYear));
  return (
    <>
      <h3 className="sub-title">
        {kind === 'present'
          ? t('employees.presentTasks', { year: schoolYear })
          : t('employees.intendedTasks')}
      </h3>
      {kind === 'intended' && <p className="soft small">{t('employees.intendedTasksText')}</p>}
      {tasks.length === 0 ? (
        <p className="soft small">{t('employees.noTasks')}</p>
      ) : (
        <ul className="task-list">
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} employeeId={employee.id} />
          ))}
        </ul>
      )}
      <NewTask employeeId={employee.id} kind={kind} years={years} />
    </>
  );
}

function TaskRow({ task, employeeId }: { task: Task; employeeId: string }) {
  const { t } = useTranslation();
  const [name, setName] = useState<string | null>(null);
  const save = useOrder('employees', 'saveTask');
  const { id, schoolYear, kind } = task;
  const { removeIt, error } = useRemoval<Task>({
    remove: () => call('employees', 'removeTask', { id }),
    restore: () => call('employees', 'saveTask', { employeeId, schoolYear, kind, name: task.name }),
    message: () => t('employees.taskRemoved', { name: task.name }),
  });

  if (name !== null) {
    const rename = (event: FormEvent) => {
      event.preventDefault();
      save.mutate({ id, employeeId, schoolYear, kind, name }, { onSuccess: () => setName(null) });
    };
    return (
      <li>
        <form className="add-row" onSubmit={rename} noValidate>
          <TextInput
            label={t('employees.taskName')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={save.error?.fields.name ?? save.error?.message}
          />
          <Button type="submit" size="sm" loading={save.isPending}>
            {t('common.save')}
          </Button>
          <Button variant="default" size="sm" onClick={() => setName(null)}>
            {t('common.cancel')}
          </Button>
        </form>
      </li>
    );
  }
  return (
    <li>
      <div>
        {task.name}
        {kind === 'intended' && <span className="soft"> · {schoolYear}</span>}
        {task.isInPlan && <span className="soft"> · {t('employees.inPlan')}</span>}
        <Failure error={error} />
      </div>
      <RowActions
        name={task.name}
        onEdit={() => setName(task.name)}
        onRemove={task.isInPlan ? undefined : () => void removeIt(task)}
      />
    </li>
  );
}

function NewTask(props: { employeeId: string; kind: Task['kind']; years: readonly string[] }) {
  const { employeeId, kind, years } = props;
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [chosenYear, setChosenYear] = useState('');
  const save = useOrder('employees', 'saveTask');
  const schoolYear = years.includes(chosenYear) ? chosenYear : (years.at(-1) ?? '');
  return (
    <form
      className="add-row"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        save.mutate({ employeeId, schoolYear, kind, name }, { onSuccess: () => setName('') });
      }}
    >
      <TextInput
        label={kind === 'present' ? t('employees.newTask') : t('employees.newIntendedTask')}
        placeholder={t('employees.newTaskHint')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={save.error ? (save.error.fields.name ?? save.error.message) : undefined}
      />
      {years.length > 1 && (
        <NativeSelect
          label={t('employees.taskYear')}
          value={schoolYear}
          onChange={(event) => setChosenYear(event.currentTarget.value)}
          data={[...years]}
        />
      )}
      <Button type="submit" variant="default" loading={save.isPending} disabled={name.trim() === ''}>
        {t('common.add')}
      </Button>
    </form>
  );
}
