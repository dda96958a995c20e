import type { OutputOf } from '@shared/contract';
import type { TestWorld } from '../test-world';

/** For the main job: a form is begun, thrown away, brought back and published, and its next version begun. */
export async function playTalkForms({ must }: TestWorld): Promise<void> {
  const ask = <T>(name: string, input: unknown = {}) => must<T>('talkForms', name, input);
  const form = { kind: 'MUS', name: 'Skolens MUS', unitId: null, from: null };
  const { versionId } = await ask<{ versionId: string }>('create', form);
  const { formId, content } = await ask<OutputOf<'talkForms', 'get'>>('get', { versionId });
  await ask('discardDraft', { versionId });
  const restored = await ask<{ versionId: string }>('restoreDraft', { formId, content });
  await ask('saveDraft', { versionId: restored.versionId, content });
  await ask('publish', restored);
  await ask('startVersion', { formId });
  for (const name of ['remove', 'restore']) await ask(name, { formId });
}
