import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type RowActionsProps = {
  name: string;
  onEdit: () => void;
  /** Left out where the line may not be removed. */
  onRemove?: () => void;
};

/** The two things to do with a line of a list, each named with the line it belongs to. */
export function RowActions({ name, onEdit, onRemove }: RowActionsProps) {
  const { t } = useTranslation();
  const named = (action: string) => t('common.actionsFor', { action, name });
  return (
    <div className="row-actions">
      <Button size="compact-xs" variant="subtle" onClick={onEdit} aria-label={named(t('common.edit'))}>
        {t('common.edit')}
      </Button>
      {onRemove && (
        <Button size="compact-xs" variant="subtle" onClick={onRemove} aria-label={named(t('common.remove'))}>
          {t('common.remove')}
        </Button>
      )}
    </div>
  );
}
