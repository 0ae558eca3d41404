/** C++ text with comments, string and character literals made blank; lines and columns stay. */
export const blankOut = (text) =>
  text.replace(
    /\/\/[^\n]*|\/\*[^]*?\*\/|\bR"([^()\s\\]{0,16})\([^]*?\)\1"|"(?:[^"\\\n]|\\[^])*"|(?<![0-9A-Fa-f])'(?:[^'\\\n]|\\[^])+'/g,
    (match) => match.replace(/[^\n]/g, " "),
  );
