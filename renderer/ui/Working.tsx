import { Loader } from '@mantine/core';
import { useSlow } from './use-slow';

/** Says what is going on once it has lasted half a second. */
export function Working({ busy, children }: { busy: boolean; children: string }) {
  const slow = useSlow(busy);
  return (
    <div role="status" className="working">
      {slow && (
        <>
          <Loader size="xs" aria-hidden /> <span className="soft">{children}</span>
        </>
      )}
    </div>
  );
}
