export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** What may be typed after a command. `choices` are the words that its argument, or an option's value, may be. */
export interface CommandWords {
  readonly name: string;
  readonly about: string;
  readonly options: readonly { readonly name: string; readonly about: string; readonly choices: readonly string[] }[];
  readonly choices: readonly string[];
}

/** The script by which a shell completes a program's commands, options and the words that options may have. */
export function completionScript(shell: Shell, program: string, commands: readonly CommandWords[]): string {
  switch (shell) {
    case "bash":
      return bash(program, commands);
    case "zsh":
      return `#compdef ${program}\nautoload -U +X bashcompinit && bashcompinit\n${bash(program, commands)}`;
    case "fish":
      return fish(program, commands);
  }
}

function bash(program: string, commands: readonly CommandWords[]): string {
  const words = (list: readonly string[]): string => list.join(" ");
  const valuesOf = ({ name, options }: CommandWords): string[] =>
    options
      .filter(({ choices }) => choices.length > 0)
      .map((option) => `    ${name}:${option.name}) words="${words(option.choices)}" ;;`);
  const optionsOf = ({ name, options, choices }: CommandWords): string =>
    `      ${name}) words="${words([...options.map((option) => option.name), ...choices])}" ;;`;
  return [
    `_${program}() {`,
    '  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}" words=""',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W "${words([...commands.map(({ name }) => name), "--help", "--version"])}" -- "$current"))`,
    "    return",
    "  fi",
    '  case "$command:$before" in',
    ...commands.flatMap(valuesOf),
    "  esac",
    '  if [ -z "$words" ]; then',
    '    case "$command" in',
    ...commands.map(optionsOf),
    "    esac",
    "  fi",
    '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
    "}",
    `complete -o default -F _${program} ${program}`,
    "",
  ].join("\n");
}

function fish(program: string, commands: readonly CommandWords[]): string {
  const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap(({ name, about, options, choices }) => {
    const here = `-n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c ${program} -n __fish_use_subcommand -f -a ${name} -d ${quoted(about)}`,
      ...choices.map((choice) => `complete -c ${program} ${here} -f -a ${choice}`),
      ...options.map((option) => {
        const values = option.choices.length > 0 ? ` -x -a ${quoted(option.choices.join(" "))}` : "";
        return `complete -c ${program} ${here} -l ${option.name.slice(2)}${values} -d ${quoted(option.about)}`;
      }),
    ];
  });
  return `${lines.join("\n")}\n`;
}
