export function isAlive(pid: number): boolean;
export function signature(pid: number): string;
export function postmaster(cluster: string): { pid: number; status: string } | null;
export function clearAway(cluster: string): Promise<void>;
export function until(condition: () => boolean, limit: number, complaint: string): Promise<void>;
