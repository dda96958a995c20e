import { useTranslation } from 'react-i18next';
import { useOrder } from '../../app/call';
import { Sheet } from '../../ui/Sheet';
import type { Employee } from './employment-text';
import { NamesField } from './NamesField';
import { TaskList } from './TaskList';

/** What she may teach, what she does this year, and what the leader intends her to do (R000-10). */
export function TeachingSheet({ employee }: { employee: Employee }) {
  const { t } = useTranslation();
  const save = useOrder('employees', 'saveQualifications');
  const { id, formalSubjects, assessedSubjects } = employee;
  return (
    <Sheet title={t('employees.teaching')}>
      <div className="field-stack">
        <NamesField
          label={t('employees.formalSubjects')}
          description={t('employees.formalSubjectsHint')}
          names={formalSubjects}
          save={(names) => save.mutateAsync({ id, formalSubjects: names })}
        />
        <NamesField
          label={t('employees.assessedSubjects')}
          description={t('employees.assessedSubjectsHint')}
          names={assessedSubjects}
          save={(names) => save.mutateAsync({ id, assessedSubjects: names })}
        />
      </div>
      <TaskList employee={employee} kind="present" />
      <TaskList employee={employee} kind="intended" />
    </Sheet>
  );
}
