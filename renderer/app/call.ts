import type { CallName, FeatureName, InputOf, OutputOf } from '@shared/contract';
import type { CallError, EventName, Events, Reply } from '@shared/contract/core';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

declare global {
  interface Window {
    /** The one door to the machine (electron/preload.ts). */
    readonly spind: {
      call(feature: string, name: string, input: unknown): Promise<Reply<unknown>>;
      on(event: string, listen: (payload: unknown) => void): () => void;
    };
  }
}

/** A refusal from the machine, with a sentence for the reader and the inputs at fault. */
export class CallFailure extends Error {
  readonly code: CallError['code'];
  readonly fields: Readonly<Record<string, string>>;
  constructor(error: CallError) {
    super(error.message);
    this.code = error.code;
    this.fields = error.fields ?? {};
  }
}

/** Calls a handler. Throws `CallFailure` when it says no. */
export async function call<F extends FeatureName, N extends CallName<F>>(
  feature: F,
  name: N,
  input: InputOf<F, N>,
): Promise<OutputOf<F, N>> {
  const reply = (await window.spind.call(feature, name, input)) as Reply<OutputOf<F, N>>;
  if (!reply.ok) throw new CallFailure(reply.error);
  return reply.value;
}

/** Asks, keeps the answer, and asks again when the machine says the feature has changed. */
export function useCall<F extends FeatureName, N extends CallName<F>>(
  feature: F,
  name: N,
  input: InputOf<F, N>,
  options: { enabled?: boolean; keepPrevious?: boolean } = {},
): UseQueryResult<OutputOf<F, N>, CallFailure> {
  return useQuery<OutputOf<F, N>, CallFailure>({
    queryKey: [feature, name, input],
    queryFn: () => call(feature, name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: (previous: OutputOf<F, N> | undefined) => previous } : {}),
  });
}

/** An order to the machine; what it changes is asked again by itself. */
export function useOrder<F extends FeatureName, N extends CallName<F>>(feature: F, name: N) {
  return useMutation<OutputOf<F, N>, CallFailure, InputOf<F, N>>({
    mutationFn: (input) => call(feature, name, input),
  });
}

/** Listens to what the machine tells by itself, as long as the component lives. */
export function useMachineEvent<E extends EventName>(event: E, listen: (payload: Events[E]) => void) {
  useEffect(() => window.spind.on(event, (payload) => listen(payload as Events[E])), [event, listen]);
}

/** Asks again everything of the features the machine says have changed. Mounted once, in App. */
export function useFreshAnswers() {
  const client = useQueryClient();
  useEffect(
    () =>
      window.spind.on('changed', (payload) => {
        const { features } = payload as Events['changed'];
        for (const feature of features) void client.invalidateQueries({ queryKey: [feature] });
      }),
    [client],
  );
}
