using JobMgmt.Networks.Checks;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Checks;

public sealed class JobScriptTests
{
    [Theory]
    [InlineData("echo", "sh")]
    [InlineData("#!/bin/bash", "bash")]
    [InlineData("#!/usr/bin/env bash -e", "bash")]
    [InlineData("#! /usr/bin/python3 -u", "python3")]
    [InlineData("#!", "sh")]
    [InlineData("# !/bin/bash", "sh")]
    public void Interpreter_IsWhatTheFirstLineNames(string first, string interpreter) => Assert.Equal(interpreter, Script(first, "true").Interpreter);

    [Theory]
    [InlineData(1, "[0]")]
    [InlineData(2, "[1]")]
    [InlineData(3, "[1]")]
    [InlineData(4, "[2]")]
    [InlineData(99, "[2]")]
    [InlineData(null, "[0]")]
    public void Finding_StandsAtTheTextOfItsLine(int? line, string text)
    {
        var finding = Script("a", "b\nc", "d").Finding(line, " Syntax error ");

        Assert.Equal("/States/Load/Parameters/Input/Commands" + text, finding.Location);
        Assert.Equal("Load", finding.State);
        Assert.Contains("Syntax error", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_PutsShellFindingsInTheirPlaces()
    {
        var (definition, _) = CheckCase.Read("nothing is wrong");
        var check = NetworkChecker.Check(definition.ToIndentedString());
        var script = check.Scripts.Single(item => item.Job == "Load");

        var finding = Assert.Single(check.With([script.Finding(2, "Syntax error")]).Findings);

        var line = definition.ToIndentedString().Split('\n')[finding.Line - 1];
        Assert.Equal(line.IndexOf('"') + 1, finding.Column);
        Assert.Contains("for f in *.csv; do", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_LeaveOutWhatIsKnownAtRunTimeOnly()
    {
        var (definition, _) = CheckCase.Read("commands that are known at run time only");

        Assert.Equal(["Extract", "Report"], NetworkChecker.Check(definition.ToString()).Scripts.Select(script => script.Job));
    }

    private static JobScript Script(params string[] texts)
    {
        var (definition, _) = CheckCase.Read("nothing is wrong");
        var states = (JsonObject)definition["States"]!;
        var load = (JsonObject)states["Load"]!;
        var parameters = (JsonObject)load["Parameters"]!;
        var input = ((JsonObject)parameters["Input"]!).With("Commands", new JsonArray(texts.Select(text => (JsonValue)text)));
        var changed = definition.With("States", states.With("Load", load.With("Parameters", parameters.With("Input", input))));
        return NetworkChecker.Check(changed.ToString()).Scripts.Single(script => script.Job == "Load");
    }
}
