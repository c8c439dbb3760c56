using System.Text;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata;

namespace JobMgmt.StatesLanguage.Tests.Jsonata;

/// <summary>Whatever the text, parsing and evaluating it end with a value or with a <see cref="JsonataException"/>.</summary>
public sealed class RandomExpressionTests
{
    private static readonly JsonValue _document = JsonValue.Parse("""{"a":{"b":[1,"x",null,{"c":true}]},"c":[[1],[2,3]],"n":1.5,"s":"a,b","e":[],"o":{}}""");

    private static readonly string[] _parts =
    [
        ".", ".", "[", "]", "[]", "{", "}", "(", ")", ",", ":", ";", "?", "?:", "??", "*", "**", "%", "%", "@$x", "#$y", "^(", "<", ">", "|", "~>", ":=", "=", "!=", "&", "+", "-", "/",
        " and ", " or ", " in ", "..", "a", "b", "c", "n", "s", "e", "o", "`q q`", "$", "$$", "$x", "$y", "1", "0.5", "-1", "'a'", "\"\\u0041\"", "'", "/a/i", "/(b)?/", "true", "null",
        "function($x){", "function($x, $y)<s-n?:a>{", "$map(", "$sum(", "$filter(", "$string(", "$keys(", "$replace(", "$fromMillis(", "$formatNumber(", "$sort(", "$each(",
        "$eval(", "$reduce(", "$substring(", "$match(", "$toMillis(", "?", "\\", "💡", "/*", "*/", "!",
    ];

    [Fact]
    public void AnyText_IsEvaluatedOrRefused()
    {
        var random = new Random(20261125);
        var evaluated = 0;
        for (var i = 0; i < 60_000; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(1, 12); length > 0; length--)
            {
                text.Append(_parts[random.Next(_parts.Length)]);
            }

            evaluated += TryEvaluate(text.ToString()) ? 1 : 0;
        }

        Assert.True(evaluated > 2_000, $"Only {evaluated} texts were expressions: the parts do not fit together any more.");
    }

    [Theory]
    [InlineData("(", "1", ")", "parentheses")]
    [InlineData("[", "1", "]", "arrays")]
    [InlineData("{'a':", "1", "}", "objects")]
    [InlineData("1+", "1", "", "operators")]
    [InlineData("-", "1", "", "signs")]
    [InlineData("a.", "a", "", "paths")]
    [InlineData("a[", "1", "]", "filters")]
    [InlineData("function(){", "1", "}()", "functions")]
    [InlineData("1 ? 1 : ", "1", "", "conditions")]
    [InlineData("n ?: ", "1", "", "defaults: each doubles what is written once")]
    [InlineData("$x := ", "1", "", "bindings")]
    public void ATextThatNestsDeeply_EndsWithoutHarm(string open, string middle, string close, string why)
    {
        var depth = open.Contains("?:", StringComparison.Ordinal) ? 12 : 100_000;
        var text = string.Concat(Enumerable.Repeat(open, depth)) + middle + string.Concat(Enumerable.Repeat(close, depth));

        var error = Record.Exception(() => TryEvaluate(text));

        Assert.True(error is null, why);
    }

    [Theory]
    [InlineData("$reduce([1..100000], function($v, $i){{'a': $v}})", "a deep object as the result")]
    [InlineData("$string($reduce([1..100000], function($v, $i){{'a': $v}}))", "as text")]
    [InlineData("$number($reduce([1..100000], function($v, $i){{'a': $v}}))", "in an error")]
    [InlineData("($a := $reduce([1..100000], function($v, $i){{'a': $v}}); $b := $reduce([1..100000], function($v, $i){{'a': $v}}); $a = $b)", "compared")]
    [InlineData("$reduce([1..100000], function($v, $i){[[$v]]}) ? 1 : 2", "a deep array as a condition")]
    [InlineData("$count($reduce([1..100000], function($v, $i){{'a': $v}}).**)", "searched")]
    [InlineData("$reduce([1..100000], function($v, $i){{'a': $v}}) ~> |$|{'b': 1}|", "transformed")]
    [InlineData("$keys($reduce([1..100000], function($v, $i){[[$v]]}))", "asked for its keys")]
    [InlineData("($f := function($n){1 + $f($n + 1)}; $f(0))", "recursion without end")]
    [InlineData("($o := {'a': 1}; $o ~> |$|{'self': $}| ~> |$|{'self': $}|)", "a value within itself")]
    public void AValueThatNestsDeeply_EndsWithoutHarm(string expression, string why)
    {
        var error = Record.Exception(() => TryEvaluate(expression));

        Assert.True(error is null, why);
    }

    private static bool TryEvaluate(string text)
    {
        try
        {
            var environment = new JsonataEnvironment(JsonataCase.Now, new CountingRandom()) { MaxSteps = 3_000_000, MaxCharacters = 1_000_000 };
            JsonataExpression.Parse(text).Evaluate(_document, JsonataBindings.None, environment)?.ToString();
            return true;
        }
        catch (JsonataException error)
        {
            Assert.NotEmpty(error.Message);
            return false;
        }
    }
}
