import { useTranslation } from 'react-i18next';
import { call, useCall } from '../../app/call';
import { AutosaveText } from '../../ui/AutosaveText';
import { Failure } from '../../ui/Failure';
import { Sheet } from '../../ui/Sheet';

/** Goals and results of the teaching, which come first in the plan (R000-09); saved while they are written. */
export function TeachingGoals({ employeeId, schoolYear }: { employeeId: string; schoolYear: string }) {
  const { t } = useTranslation();
  const query = useCall('trainingPlans', 'get', { employeeId, schoolYear });
  if (!query.data) return <Failure error={query.error} />;
  const { plan, status } = query.data;
  const text = plan?.teachingGoals ?? '';
  const isFixed = status === 'agreed' || status === 'signed';
  return (
    <Sheet title={t('trainingPlans.goals')}>
      {isFixed ? (
        <p className="written">{text || <span className="soft">{t('trainingPlans.noGoals')}</span>}</p>
      ) : (
        <AutosaveText
          key={`${employeeId} ${schoolYear}`}
          draftKey={`goals ${employeeId} ${schoolYear}`}
          label={t('trainingPlans.goalsHint')}
          value={text}
          minRows={4}
          save={(value) => call('trainingPlans', 'saveGoals', { employeeId, schoolYear, text: value })}
        />
      )}
    </Sheet>
  );
}
