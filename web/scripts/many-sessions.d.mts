export function manySessions(count: number): string;
