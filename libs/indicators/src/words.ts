import { z } from 'zod';

/** A text that must not be empty; `remedy` is what its absence is answered with. */
export const text = (remedy: string) => z.string({ error: remedy }).trim().min(1, { error: remedy });

/** One text in Azerbaijani and English. */
export const words = z.strictObject(
  {
    az: text('missing Azerbaijani title: write it in this field'),
    en: text('missing English title: write it in this field'),
  },
  { error: 'missing title: write {"az": "...", "en": "..."}' },
);
export type Words = z.infer<typeof words>;
