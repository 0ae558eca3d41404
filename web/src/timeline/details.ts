// All that is known of a lane, in words: for the line below the drawing, which shows what is pointed at or focused.

import type { Session } from '../engine/report';
import type { Messages } from '../base/i18n/en';
import { durationText, instantText, secondsBetween } from '../text/names';
import type { Lane } from './story';
import { texts } from './texts';
import { cappedText, laneName, longTermText, refusedText } from './words';

export const tagsText = ({ tags }: Session): string =>
  Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');

export function laneDetail(lane: Lane, t: Messages): string {
  const { session, life } = lane;
  const words = texts();
  if (lane.refused) return `${laneName(lane, t)}, ${refusedText(lane.refused, t)}`;
  if (!session || !life) return laneName(lane, t) + longTermText(lane, t);
  const { issuedAt, expiresAt, sourceIdentity, mfaAuthenticatedAt, revokedAt } = session;
  const lifetime = durationText(secondsBetween(issuedAt, expiresAt));
  const tags = tagsText(session);
  return [
    words.session_(session.id, laneName(lane, t), instantText(issuedAt), instantText(expiresAt), lifetime),
    ...(life.asked === null ? [] : [cappedText(session, t)]),
    ...(revokedAt ? [`${words.revoked}: ${instantText(revokedAt)}`] : []),
    ...(mfaAuthenticatedAt ? [words.mfaAt(instantText(mfaAuthenticatedAt))] : []),
    ...(tags ? [`${words.tags}: ${tags}`] : []),
    ...(sourceIdentity ? [`${words.sourceIdentity}: ${sourceIdentity}`] : []),
  ].join('. ');
}
