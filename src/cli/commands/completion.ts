import { Argument, type Command } from "commander";
import { SHELLS, completionScript, type CommandWords, type Shell } from "../render/completion.ts";

export function addCompletion(program: Command): void {
  program
    .command("completion")
    .description("a script that lets the shell complete commands and options")
    .addArgument(new Argument("<shell>", 'bash: eval "$(mandate completion bash)"; the others alike').choices(SHELLS))
    .action((shell: Shell) => {
      process.stdout.write(completionScript(shell, program.name(), program.commands.map(wordsOf)));
    });
}

function wordsOf(command: Command): CommandWords {
  const options = command.options
    .filter(({ hidden, long }) => !hidden && long != null)
    .map(({ long, description, argChoices }) => ({ name: long ?? "", about: description, choices: argChoices ?? [] }));
  const help = { name: "--help", about: "display help for command", choices: [] };
  const choices = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
  return { name: command.name(), about: command.description(), options: [...options, help], choices };
}
