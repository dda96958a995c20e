import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type FormFootProps = {
  /** What the button says that hands the form in. */
  submit: string;
  isSaving: boolean;
  isDisabled?: boolean;
  onCancel: () => void;
  /** At the far left: the way to remove it, or a hint. */
  children?: ReactNode;
};

/** The foot of every form: the way out, and the button that hands it in. */
export function FormFoot({ submit, isSaving, isDisabled, onCancel, children }: FormFootProps) {
  const { t } = useTranslation();
  return (
    <div className="form-foot">
      {children && <div className="form-foot-start">{children}</div>}
      <Button variant="default" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
      <Button type="submit" loading={isSaving} disabled={isDisabled}>
        {submit}
      </Button>
    </div>
  );
}
