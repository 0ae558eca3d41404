// Short names for people, from ARNs and instants.

import type { Caller } from '../engine/report';

/** "user/Jo" and "444455556666" of an IAM or STS ARN; other ARNs keep all that follows the service. */
export function arnParts(arn: string): { name: string; account: string } {
  const [, , , , account = '', ...rest] = arn.split(':');
  return rest.length === 0 ? { name: arn, account: '' } : { name: rest.join(':'), account };
}

export function shortArn(arn: string): string {
  const { name, account } = arnParts(arn);
  return account ? `${name} (${account})` : name;
}

export function callerName(caller: Caller, nobody: string): string {
  return caller.credential ?? (caller.arn === null ? nobody : shortArn(caller.arn));
}

/** "2026-01-15 09:05:00" of an instant in UTC. */
export function instantText(instant: string): string {
  return instant.replace('T', ' ').replace(/(?:\.\d+)?Z$/, '');
}

export function clockText(instant: string): string {
  return instantText(instant).slice(11);
}

/** "1h 30m" of a number of seconds. */
export function durationText(seconds: number): string {
  const units: [string, number][] = [
    ['d', 86400],
    ['h', 3600],
    ['m', 60],
    ['s', 1],
  ];
  let left = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(left / size);
    if (count > 0) parts.push(`${count}${unit}`);
    left -= count * size;
  }
  return parts.join(' ') || '0s';
}

export function secondsBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 1000;
}

/** For a clause that begins a sentence; the name of an action ("sts:AssumeRole") is written as it is. */
export const capital = (text: string): string => (/^[a-z0-9-]+:/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1));
