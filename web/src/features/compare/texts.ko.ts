// The words of the comparison and of the history, in Korean.

import type { Texts } from './texts.en';

export const ko: Texts = {
  close: '닫기',

  compare: {
    title: '처음 연 내용과 비교',
    count: (added: number, removed: number) => `${added}줄 추가, ${removed}줄 삭제`,
    none: '차이가 없습니다.',
    coarse: '두 텍스트가 너무 많이 달라 차이를 하나로 묶어 보여 줍니다.',
    showAll: '모든 줄 보기',
    showChanges: '바뀐 곳만 보기',
    table: '줄별 차이',
    before: '이전',
    after: '현재',
    change: '변경',
    text: '텍스트',
    added: '추가됨',
    removed: '삭제됨',
    endless: '끝에 줄 바꿈 없음',
    folded: (count: number) => `바뀌지 않은 ${count}줄`,
    more: (count: number) => `더 보기: ${count}행 남음`,
    place: (line: number) => `${line}번째 줄부터`,
    putBack: '이 부분 되돌리기',
    done: '되돌렸습니다. 실행 취소로 다시 바꿀 수 있습니다.',
  },

  history: {
    title: '이전 시나리오',
    about: (most: number) =>
      `다른 것을 열기 전에 편집하던 시나리오를 최근 ${most}개까지 이 브라우저에만 보관합니다. 하나를 열면 지금 시나리오도 여기에 보관됩니다.`,
    empty: '아직 없습니다. 다른 것을 열면 편집하던 시나리오가 여기에 보관됩니다.',
    untitled: '제목 없음',
    lines: (count: number) => `${count}줄`,
    open: '열기',
    compare: '비교',
    remove: '삭제',
    removed: (title: string) => `삭제함: ${title}`,
    clear: '기록 지우기…',
    sure: (count: number) => `시나리오 ${count}개를 이 브라우저에서 삭제할까요? 되돌릴 수 없습니다.`,
    clearAll: '모두 삭제',
    keep: '그대로 두기',
    back: '목록으로',
    compared: (title: string) => `지금 시나리오와 비교: ${title}`,
  },
};
