"""A command line that click does not understand, told in one Chinese sentence with exit code 2."""

from __future__ import annotations

import re
import sys
from typing import Any, NoReturn

import click


class Verbs(click.Group):
    """The group of all verbs; whatever click has against a command line is said in Chinese."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Like click's own, which would say it in English."""
        try:
            code = super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            sys.exit(2)
        except click.UsageError as error:
            verb = error.ctx.info_name if error.ctx and error.ctx.parent else "动词"
            click.echo(f"不能运行：{complaint_of(error)}；用法见 cli.py {verb} --help", err=True)
            sys.exit(2)
        except click.Abort:
            click.echo("已停止。", err=True)
            sys.exit(1)
        sys.exit(code or 0)


def complaint_of(error: click.UsageError) -> str:
    """What is wrong with the command line, with the wrong word and the choices where there are any."""
    if isinstance(error, click.NoSuchOption):
        return f"没有“{error.option_name}”这个选项"
    if isinstance(error, click.exceptions.NoSuchCommand):
        verbs = "、".join(error.ctx.command.commands) if error.ctx and isinstance(error.ctx.command, Verbs) else ""
        return f"没有“{error.command_name}”这个动词，可以用：{verbs}"
    if isinstance(error, click.MissingParameter):
        return f"缺少“{_name_of(error.param)}”"
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _wrong_value(error.param, error.message)
    if isinstance(error, click.BadOptionUsage):
        needs = "requires an argument" in error.message
        return f"选项“{error.option_name}”后面" + ("还要有一个值" if needs else "不能有值")
    extra = re.search(r"unexpected extra arguments? \((.*)\)", error.message, re.DOTALL)
    return f"多出了“{extra[1]}”" if extra else error.message


def _wrong_value(param: click.Parameter, message: str) -> str:
    """click keeps the wrong value in its sentence only, as the first thing quoted."""
    value = re.match(r"'(.*?)' is not", message, re.DOTALL)
    choices = f"，应当是下列之一：{'、'.join(param.type.choices)}" if isinstance(param.type, click.Choice) else ""
    return f"{_name_of(param)} 的值{f'“{value[1]}”' if value else ''}不对{choices}"


def _name_of(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return param.opts[0]
    return param.human_readable_name if param is not None else "一项"
