import { css } from 'lit';

export const historyStyles = css`
  dialog {
    --dialog-width: 640px;
  }
  dialog.wide {
    --dialog-width: 980px;
  }
  .wide .body {
    display: flex;
    flex-direction: column;
  }
  .about {
    color: var(--muted);
    font-size: var(--size-s);
    text-wrap: pretty;
  }
  .removed {
    color: var(--muted);
    font-size: var(--size-s);
    min-block-size: 14px;
    padding-block: 4px;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    padding: 9px 0;
    border-block-start: 1px solid var(--rule);
  }
  .what {
    flex: 1 1 220px;
    min-inline-size: 0;
  }
  .title {
    font-weight: 550;
    overflow-wrap: anywhere;
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    color: var(--muted);
    font-size: var(--size-s);
  }
  .actions {
    display: flex;
    gap: 6px;
  }
  .back .icon {
    transform: rotate(180deg);
  }
  .foot p {
    flex: 1 1 220px;
  }
`;
