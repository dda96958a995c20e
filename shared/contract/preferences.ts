import { z } from 'zod';
import { languages } from '../domain/text';
import { call, done, nothing } from './core';

const preferencesShape = z.object({
  language: z.enum(languages),
  theme: z.enum(['light', 'dark', 'system']),
});

/** Language and theme: needed before the school's file is open, and saying nothing of anyone. */
export const preferences = {
  get: call('always', nothing, preferencesShape),
  set: call('always', preferencesShape.partial(), done, ['preferences']),
};
