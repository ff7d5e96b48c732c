import { words, type DeadlineSpec } from '#libs/vocabulary';

export const deadlines = {
  /** Runs where the body that opened the case has the duty; stops on sending, refusal, no indication and voiding. */
  referralToMainDepartment: {
    label: words('Baş İdarəyə göndərmə', 'referral to the Main Department'),
    protects: 'encounter',
    ladder: true,
  },
  screening: { label: words('ilkin yoxlama', 'screening'), protects: 'body', ladder: true },
  secondOfficer: {
    label: words('ikinci əməkdaşın qərarı', 'second officer'),
    protects: 'body',
    ladder: true,
  },
  reconsiderationWindow: {
    label: words('yenidən baxılma üçün müraciət', 'time to ask for reconsideration'),
    protects: 'person',
    ladder: false,
  },
  reconsideration: { label: words('yenidən baxılma', 'reconsideration'), protects: 'body', ladder: true },
  refusalGuard: {
    label: words('məlumatların məhvindən əvvəl gözləmə', 'guard before shredding'),
    protects: 'person',
    ladder: false,
  },
} as const satisfies Record<string, DeadlineSpec>;
