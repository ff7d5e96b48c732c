/** A text in the two languages of the interface. */
export interface Words {
  readonly az: string;
  readonly en: string;
}

export const languages = ['az', 'en'] as const;
export type Language = (typeof languages)[number];

/** Short form used by tables of labels: first Azerbaijani, then English. */
export const words = (az: string, en: string): Words => ({ az, en });

/** Fills `{name}` places of a sentence; a place without a value stays visible. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
