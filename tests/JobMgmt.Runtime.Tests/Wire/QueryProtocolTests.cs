using System.Text;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Wire;
using JobMgmt.StatesLanguage.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace JobMgmt.Runtime.Tests.Wire;

/// <summary>The Query protocols' bytes, both ways.</summary>
public sealed class QueryProtocolTests
{
    private const string Id = "11111111-2222-3333-4444-555555555555";

    [Theory]
    [InlineData("Action=GetRole&Version=2010-05-08&RoleName=a%2Bb", "GetRole", """{"RoleName":"a+b"}""")]
    [InlineData("Action=TagRole&RoleName=a+b&Tags.member.1.Key=k&Tags.member.1.Value=&Tags.member.2.Key=%E5%A4%9C&Tags.member.2.Value=2", "TagRole",
        """{"RoleName":"a b","Tags":[{"Key":"k","Value":""},{"Key":"夜","Value":"2"}]}""")]
    [InlineData("Action=UntagRole&RoleName=a&TagKeys.member.2=y&TagKeys.member.1=x", "UntagRole", """{"RoleName":"a","TagKeys":["x","y"]}""")] // in whatever order
    [InlineData("Action=CreateRole&RoleName=a&Tags=", "CreateRole", """{"RoleName":"a","Tags":[]}""")] // botocore's empty list
    [InlineData("Action=ListRoles&MaxItems=2", "ListRoles", """{"MaxItems":2}""")]
    public async Task Query_IsRead(string body, string operation, string expected) => await ReadsAsync(new QueryProtocol(), "iam", body, operation, expected);

    [Theory]
    [InlineData("Action=DescribeInstances&Version=2016-11-15&InstanceId.1=i-1&InstanceId.2=i-2", "DescribeInstances", """{"InstanceIds":["i-1","i-2"]}""")]
    [InlineData("Action=DescribeInstances&Filter.1.Name=tag%3Arole&Filter.1.Value.1=a&Filter.1.Value.2=b&MaxResults=5", "DescribeInstances",
        """{"Filters":[{"Name":"tag:role","Values":["a","b"]}],"MaxResults":5}""")]
    [InlineData("Action=RunInstances&MinCount=1&MaxCount=2&DryRun=false&TagSpecification.1.ResourceType=instance&TagSpecification.1.Tag.1.Key=Name&TagSpecification.1.Tag.1.Value=x",
        "RunInstances", """{"MinCount":1,"MaxCount":2,"DryRun":false,"TagSpecifications":[{"ResourceType":"instance","Tags":[{"Key":"Name","Value":"x"}]}]}""")]
    [InlineData("Action=CreateTags&ResourceId.1=i-1&Tag.1.Key=Value&Tag.1.Value=1", "CreateTags", """{"Resources":["i-1"],"Tags":[{"Key":"Value","Value":"1"}]}""")]
    public async Task Ec2_IsRead(string body, string operation, string expected) => await ReadsAsync(new Ec2Protocol(), "ec2", body, operation, expected);

    [Fact]
    public async Task Query_IsWritten()
    {
        var output = (JsonObject)JsonValue.Parse("""
            {"Roles":[{"RoleName":"a<b>","CreateDate":1764000000.5,"AssumeRolePolicyDocument":"{\"a\": \"b\"}","MaxSessionDuration":3600}],"IsTruncated":false}
            """);

        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><ListRolesResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ListRolesResult><Roles><member><RoleName>a&lt;b&gt;</RoleName><CreateDate>2025-11-24T16:00:00.500Z</CreateDate><AssumeRolePolicyDocument>%7B%22a%22%3A%20%22b%22%7D</AssumeRolePolicyDocument><MaxSessionDuration>3600</MaxSessionDuration></member></Roles><IsTruncated>false</IsTruncated></ListRolesResult><ResponseMetadata><RequestId>11111111-2222-3333-4444-555555555555</RequestId></ResponseMetadata></ListRolesResponse>""",
            Text(new QueryProtocol().WriteResponse(await RequestAsync("iam", ""), "ListRoles", output, Id)));
    }

    [Fact]
    public async Task Query_HasNoResult_WhenThereIsNothingToTell() =>
        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><DeleteRoleResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ResponseMetadata><RequestId>11111111-2222-3333-4444-555555555555</RequestId></ResponseMetadata></DeleteRoleResponse>""",
            Text(new QueryProtocol().WriteResponse(await RequestAsync("iam", ""), "DeleteRole", JsonObject.Empty, Id)));

    [Fact]
    public async Task Ec2_IsWritten()
    {
        var output = (JsonObject)JsonValue.Parse("""
            {"Reservations":[{"ReservationId":"r-1","Instances":[{"InstanceId":"i-1","State":{"Code":16,"Name":"running"},"PublicDnsName":"","LaunchTime":1764000000,"Monitoring":{"State":"disabled"},"Tags":[{"Key":"a","Value":"&"}]}]}],"NextToken":"5"}
            """);

        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>11111111-2222-3333-4444-555555555555</requestId><reservationSet><item><reservationId>r-1</reservationId><instancesSet><item><instanceId>i-1</instanceId><instanceState><code>16</code><name>running</name></instanceState><dnsName></dnsName><launchTime>2025-11-24T16:00:00.000Z</launchTime><monitoring><state>disabled</state></monitoring><tagSet><item><key>a</key><value>&amp;</value></item></tagSet></item></instancesSet></item></reservationSet><nextToken>5</nextToken></DescribeInstancesResponse>""",
            Text(new Ec2Protocol().WriteResponse(await RequestAsync("ec2", ""), "DescribeInstances", output, Id)).Replace("<dnsName />", "<dnsName></dnsName>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Errors_AreInEachProtocolsForm()
    {
        var query = new QueryProtocol().WriteError(await RequestAsync("iam", ""), new ServiceException("NoSuchEntity", "The role with name x cannot be found.", 404), Id);
        var ec2 = new Ec2Protocol().WriteError(await RequestAsync("ec2", ""), new ServiceException("InvalidSignatureException", "no", 403), Id);

        Assert.Equal(404, query.Status);
        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>The role with name x cannot be found.</Message></Error><RequestId>11111111-2222-3333-4444-555555555555</RequestId></ErrorResponse>""",
            Text(query));
        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8"?><Response><Errors><Error><Code>AuthFailure</Code><Message>no</Message></Error></Errors><RequestID>11111111-2222-3333-4444-555555555555</RequestID></Response>""",
            Text(ec2));
    }

    private static string Text(WireResponse response) => Encoding.UTF8.GetString(response.Body);

    private static async Task ReadsAsync(IWireProtocol protocol, string service, string body, string operation, string expected)
    {
        var (name, input) = protocol.ReadRequest(await RequestAsync(service, body));

        Assert.Equal(operation, name);
        Assert.Equal(expected, input.ToString());
    }

    private static async Task<WireRequest> RequestAsync(string service, string body)
    {
        var http = new DefaultHttpContext();
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = "/";
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        var request = await WireRequest.ReadAsync(http);
        request.Service = service;
        return request;
    }
}
