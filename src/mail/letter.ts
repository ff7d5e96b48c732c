import type { Language, Uuid } from '#libs/vocabulary';

export interface Letter {
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
}

const words: Readonly<Record<Language, { subject: string; text: string }>> = {
  az: {
    subject: 'Yeni bildiriş',
    text: 'Sizin üçün yeni bildiriş var. Oxumaq üçün daxil olun:',
  },
  en: {
    subject: 'New notice',
    text: 'There is a new notice for you. Sign in to read it:',
  },
};

/**
 * Says that there is something to read, and nothing else: no case, no number, no body, no name. The link needs sign-in.
 * The same delivery has the same message id, so that a letter sent twice is shown once.
 */
export function letterOf(delivery: { id: Uuid; language: Language }, address: string): Letter {
  const { subject, text } = words[delivery.language];
  const { origin, hostname } = new URL(address);
  return {
    messageId: `<${delivery.id}@${hostname}>`,
    subject,
    text: `${text}\n\n${origin}/notifications\n`,
  };
}
