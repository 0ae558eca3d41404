// Texts of the controls of forms, in Korean.

import type { Texts } from './texts.en';

export const ko: Texts = {
  required: '필수',
  yes: 'true',
  no: 'false',
  remove: (name) => `${name} 제거`,
  rows: {
    value: '값',
    kind: '값의 종류',
    kinds: { string: '텍스트', number: '숫자', boolean: 'true/false', list: '목록', null: '제거', json: 'JSON' },
    list: '한 줄에 값 하나',
    nothing: '요청에서 이 키를 제거합니다.',
    nameless: (number) => `${number}번째 행`,
    twice: (name) => `${name}이(가) 두 번 있습니다. 마지막 것만 사용됩니다.`,
  },
  list: {
    add: '추가',
    another: (label) => `${label}: 하나 더`,
    item: (label, number) => `${label}, ${number}`,
    remove: (label, value) => `${label}: ${value} 삭제`,
  },
  pick: {
    choose: '선택…',
    other: '직접 입력…',
    typed: (name) => `${name} 직접 입력`,
  },
  tags: {
    key: '태그 키',
    value: '태그 값',
    transitive: '전이적(transitive)',
    add: '태그 추가',
    remove: (name) => `태그 ${name} 제거`,
    alone: '태그가 없는 전이적 키',
    needed: '키가 필요합니다.',
    taken: (key) => `태그 “${key}”이(가) 이미 있습니다.`,
  },
  duration: {
    slider: (name) => `${name} 슬라이더`,
    seconds: (name) => `${name}(초)`,
    notSent: '보내지 않음',
    clear: '보내지 않기',
    range: (from, until) => `${from}부터 ${until}까지`,
    whole: '초를 정수로 적으세요.',
  },
  policy: {
    add: (name) => `${name} 작성`,
    remove: '제거',
    place: (line, column) => `${line}행 ${column}열`,
    addArn: '관리형 정책 추가',
    arn: (number) => `관리형 정책 ${number}`,
  },
};
