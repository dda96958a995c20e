import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CallFailure, call } from '../../app/call';

/** After wrong tries: how long until the next one is heard, counting down. Asks anew for every `error`. */
export function WaitLine({ error }: { error: CallFailure | null }) {
  const { t } = useTranslation();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!error) return setSeconds(0);
    let isHere = true;
    void call('vault', 'status', {}).then(({ waitSeconds }) => isHere && setSeconds(waitSeconds));
    return () => {
      isHere = false;
    };
  }, [error]);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  // Refused for coming too early says the seconds itself.
  if (seconds <= 0 || error?.code === 'locked') return null;
  return <p className="soft small">{t('vault.unlock.wait', { count: seconds })}</p>;
}
