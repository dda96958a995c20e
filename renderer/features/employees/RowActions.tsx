import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The two things to do with a line of a list, each named with the line it belongs to. */
export function RowActions(props: { name: string; onEdit: () => void; onRemove: () => void }) {
  const { t } = useTranslation();
  const named = (action: string) => t('teams.actionsFor', { action, name: props.name });
  return (
    <div className="row-actions">
      <Button size="compact-xs" variant="subtle" onClick={props.onEdit} aria-label={named(t('common.edit'))}>
        {t('common.edit')}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={props.onRemove}
        aria-label={named(t('common.remove'))}
      >
        {t('common.remove')}
      </Button>
    </div>
  );
}
