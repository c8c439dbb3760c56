using System.Text;
using JobMgmt.StatesLanguage.Intrinsics;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Tests.Paths;

/// <summary>Whatever the text, a parser answers with a value or its own exception; and what was parsed evaluates without any other.</summary>
public sealed class RandomTextTests
{
    private static readonly JsonValue _document = JsonValue.Parse("""{"a":{"b":[1,"x",null,{"c":true}]},"c":[[1],[2,3]],"n":1.5,"s":"a,b"}""");

    private static readonly string[] _pathParts =
    {
        ".", "..", "[", "]", "*", "a", "b", "c", "'a'", "\"b\"", "0", "-1", "1:2", ":", ",", "?(", ")", "@", "@.c", "$", "==", "=~ /a/i", "&&", "||", "!", " ", "in", "[1]",
        "empty true", "\\", "'", "💡",
    };

    private static readonly string[] _callParts =
    {
        "States.Format(", "States.Array(", "States.MathAdd(", "States.StringToJson(", "States.UUID()", "States.", ")", ",", " ", "'{}'", "'a", "'", "\\'", "\\{", "{", "}", "$.n", "$.s",
        "$$", "$x", "1", "-2.5", "true", "null", "$.c[", "]", "\\",
    };

    [Fact]
    public void AnyText_IsAPathOrIsRefused()
    {
        var parsed = 0;
        foreach (var text in Texts("$", _pathParts, 1))
        {
            try
            {
                var path = JsonPath.Parse(text);
                parsed++;
                path.TryEvaluate(_document, out _);
            }
            catch (PathSyntaxException error)
            {
                Assert.InRange(error.Position, 0, text.Length);
            }
        }

        Assert.True(parsed > 500, $"Only {parsed} texts were paths: the parts do not fit together any more.");
    }

    [Fact]
    public void AnyText_IsACallOrIsRefused()
    {
        var parsed = 0;
        foreach (var text in Texts("States.Array(", _callParts, 2))
        {
            try
            {
                var call = IntrinsicExpression.Parse(text);
                parsed++;
                call.Evaluate(CaseContext.Of(JsonObject.Of(("input", _document))));
            }
            catch (IntrinsicSyntaxException)
            {
            }
            catch (EvaluationException)
            {
            }
        }

        Assert.True(parsed > 150, $"Only {parsed} texts were calls: the parts do not fit together any more.");
    }

    [Fact]
    public void WhatAReferencePathSets_ItFinds()
    {
        foreach (var text in Texts("$", new[] { ".a", ".b", "['c d']", ".e", "[0]", "[1]" }, 3))
        {
            var path = JsonPath.Parse(text);
            try
            {
                var changed = path.Set(_document, "set");
                Assert.True(path.TryEvaluate(changed, out var found), text);
                Assert.Equal("\"set\"", found.ToString());
            }
            catch (ResultPathException)
            {
            }
        }
    }

    private static IEnumerable<string> Texts(string start, string[] parts, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 30_000; i++)
        {
            var text = new StringBuilder(start);
            for (var length = random.Next(1, 9); length > 0; length--)
            {
                text.Append(parts[random.Next(parts.Length)]);
            }

            yield return text.ToString();
        }
    }
}
