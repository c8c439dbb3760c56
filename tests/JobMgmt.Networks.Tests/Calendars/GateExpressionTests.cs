using System.Globalization;
using CsCheck;
using JobMgmt.Networks.Calendars;
using JobMgmt.Networks.Tests.Testing;
using JobMgmt.Schedules.Calendars;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;

namespace JobMgmt.Networks.Tests.Calendars;

/// <summary>What the stack's machine decides in JSONata is what the forecast decides in C#.</summary>
public sealed class GateExpressionTests
{
    private static readonly JsonataExpression _expression = StepFunctionsJsonata.Parse($"{{% {GateExpression.Text} %}}");

    [Fact]
    public void Decision_IsTheSame_InBothLanguages() =>
        CalendarSamples.Calendar.SelectMany(calendar => Gen.Select(Gen.Const(calendar), CalendarSamples.Rule, CalendarSamples.Due(calendar).Array[6])).Sample((calendar, rule, dues) =>
        {
            foreach (var due in dues)
            {
                var expected = Expected(calendar, rule, due);
                var found = Found(CalendarJson.Write(calendar), DayRuleJson.Write(rule), due);
                Assert.True(expected == found, $"{due:u} by {DayRuleJson.Write(rule)} and {CalendarJson.Write(calendar)}: {expected} was expected, it is {found}");
            }
        }, iter: 400);

    [Fact]
    public void Expression_ReadsTheThreeVariablesOnly()
    {
        Assert.Equal(["calendar", "due", "rule"], StepFunctionsJsonata.FreeVariables(_expression).Select(one => one.Names[0]).Distinct().Order());
        Assert.Empty(StepFunctionsJsonata.TopLevelReferences(_expression));
    }

    [Theory]
    [InlineData("2028-12-29T12:00:00Z", "Next", "due")]
    [InlineData("2028-12-29T12:00:00Z", "Previous", "The calendar 'jp' tells the days from 2025-01-01 to 2028-12-31, not 2029-01-01. Renew it: Set-JobCalendar jp.")]
    [InlineData("2029-01-05T12:00:00Z", "None", "The calendar 'jp' tells the days from 2025-01-01 to 2028-12-31, not 2029-01-05. Renew it: Set-JobCalendar jp.")]
    public void Decision_IsAnError_BeyondTheCalendar(string due, string shift, string expected)
    {
        var calendar = new JobCalendar { Name = "jp", FirstYear = 2025, LastYear = 2028 };
        Assert.Contains(expected, Found(CalendarJson.Write(calendar), JsonObject.Of(("Shift", shift)), DateTimeOffset.Parse(due)), StringComparison.Ordinal);
    }

    /// <summary>As a machine has it: the calendar is a parameter's text, read from SSM; what can't be decided is caught.</summary>
    [Theory]
    [InlineData("2026-11-24T03:00:00Z", """{"Runs":true,"BusinessDate":"2026-11-24","Reason":"moved from 2026-11-23 (勤労感謝の日)"}""")]
    [InlineData("2031-01-01T03:00:00Z", "\"States.QueryEvaluationError\"")]
    public void Decision_IsMadeInAMachine_OrCaught(string due, string expected)
    {
        var calendar = new JobCalendar { Name = "jp", TimeZone = "Asia/Tokyo", Dates = [new(new(2026, 11, 23), false, "勤労感謝の日")], FirstYear = 2025, LastYear = 2028 };
        var text = """
            {"QueryLanguage":"JSONata","StartAt":"Read","States":{
              "Read":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:ssm:getParameter","Arguments":{"Name":"/jobmgmt/calendars/jp"},
                "Assign":{"calendar":"{% $parse($states.result.Parameter.Value) %}","rule":"{% $states.context.Execution.Input.Rule %}","due":"{% $states.context.Execution.Input.DueTime %}"},"Next":"Decide"},
              "Decide":{"Type":"Map","Items":[],"ItemProcessor":{"StartAt":"Never","States":{"Never":{"Type":"Pass","End":true}}},"Output":"","Catch":[{"ErrorEquals":["States.QueryEvaluationError"],"Output":"{% $states.errorOutput.Error %}","Next":"Told"}],"End":true},
              "Told":{"Type":"Succeed"}}}
            """;
        var definition = (JsonObject)JsonValue.Parse(text);
        var states = (JsonObject)definition["States"]!;
        definition = definition.With("States", states.With("Decide", ((JsonObject)states["Decide"]!).With("Output", new JsonString($"{{% {GateExpression.Text} %}}"))));
        var stored = new JsonString(CalendarJson.Write(calendar).ToString());
        var run = new MachineRun().Succeeds("Read", $$$"""{"Parameter":{"Value":{{{stored}}}}}""").Run(definition, $$$"""{"DueTime":"{{{due}}}","Rule":{"Shift":"Next","Weekdays":[2]}}""");
        Assert.Equal(expected, run.Outcome!.Output!.ToString());
    }

    private static string Expected(JobCalendar calendar, DayRule rule, DateTimeOffset due)
    {
        try
        {
            var decision = CalendarGate.Decide(calendar, rule, due);
            return $"{decision.Runs} {decision.BusinessDate:yyyy-MM-dd} {decision.Reason}";
        }
        catch (CalendarException error)
        {
            return error.Message;
        }
    }

    private static string Found(JsonObject calendar, JsonObject rule, DateTimeOffset due)
    {
        var variables = JsonataBindings.None.With("calendar", calendar).With("rule", rule)
            .With("due", new JsonString(due.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
        try
        {
            var answer = (JsonObject)_expression.Evaluate(null, variables, StepFunctionsJsonata.Environment(due, new NoRandomness()))!;
            return $"{((JsonBoolean)answer["Runs"]!).Value} {((JsonString)answer["BusinessDate"]!).Value} {((JsonString)answer["Reason"]!).Value}";
        }
        catch (JsonataException error)
        {
            return error.Message;
        }
    }
}
