import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offerUndo } from './undo';

type Removal<T> = {
  remove: (one: T) => Promise<unknown>;
  restore: (one: T) => Promise<unknown>;
  /** What is said when it is gone: "Klasseledelse er fjernet." */
  message: (one: T) => string;
};

/**
 * Removing at once, with the way back offered for ten seconds: nobody is asked beforehand. `error` holds why the machine
 * refused. `removeIt` answers whether it is gone.
 */
export function useRemoval<T>({ remove, restore, message }: Removal<T>) {
  const { t } = useTranslation();
  const [error, setError] = useState<Error | null>(null);
  const [isRemoving, setRemoving] = useState(false);
  const removeIt = async (one: T): Promise<boolean> => {
    setRemoving(true);
    setError(null);
    try {
      await remove(one);
    } catch (failure) {
      setError(failure as Error);
      return false;
    } finally {
      setRemoving(false);
    }
    offerUndo({ message: message(one), label: t('common.undo'), undo: () => restore(one) });
    return true;
  };
  return { removeIt, isRemoving, error };
}
